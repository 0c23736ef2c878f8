import type { Lang } from '../text.ts';
import type { Draft, Texts } from './document.ts';
import { type Parts, partsOf } from './parts.ts';
import { bodyOf, isAuthorization, parametersOf, placedRows } from './request.ts';
import { readAnswers } from './responses.ts';
import { rowsOf } from './rows.ts';
import { modelSchema } from './schema.ts';
import type { RawOperation } from './sections.ts';
import type { Warn } from './warning.ts';
import { cleanText, isNone } from './words.ts';

/** An operation of a page, and where it stands. */
export interface ReadOperation {
  readonly line: number;
  readonly lang: Lang;
  readonly method: string;
  readonly path: string;
  readonly server: string | undefined;
  readonly draft: Draft;
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** The path of an address, each name in it closed once and without the pattern that Spring allows after it. */
function pathOf(address: string): string {
  const template = /\{([^{}:]+)(?::(?:[^{}]|\{[^{}]*\})*)?\}|[{}]/g;
  const bare = address.replace(/[?#].*$/s, '').replace(/\s/g, '');
  const path = bare.replace(template, (_, name?: string) => (name ? `{${name}}` : ''));
  return path.startsWith('/') ? path : `/${path}`;
}

function descriptionOf(parts: Parts): string {
  const { line = 1, value = '', items = [] } = parts.find('description') ?? {};
  let end = line;
  const blocks = items.map((item) => {
    const gap = item.line > end + 1 ? '\n\n' : '\n';
    end = item.line + item.source.split('\n').length - 1;
    return gap + item.source;
  });
  const text = cleanText([value, ...blocks].join(''));
  return isNone(text) ? '' : text;
}

/** Reads one operation; `undefined` when its method cannot be read. */
export function readOperation(raw: RawOperation, warn: Warn): ReadOperation | undefined {
  const parts = partsOf(raw, warn);
  const { lang } = parts;
  const method = parts.value('method').toLowerCase();
  const address = parts.value('address');
  if (!methods.has(method)) {
    warn(parts.find('method')?.line ?? raw.line, 'leftOut', { text: `${method.toUpperCase()} ${address}` });
    return undefined;
  }
  const [, server, rest = ''] = /^(https?:\/\/[^/\s]+)?(.*)$/s.exec(address) ?? [];
  const path = pathOf(rest);
  const line = parts.find('address')?.line ?? raw.line;
  if (path !== address) warn(line, 'readOtherwise', { name: path, found: address, read: path });
  const rows = placedRows(parts, method, path);
  const description = descriptionOf(parts);
  const text = (one: string): Texts => (one === '' ? {} : { [lang]: one });
  const models = [...raw.models].map(
    ([name, { lines, line }]) =>
      [name, modelSchema(name, rowsOf(lines, line, warn), undefined, parts)] as const,
  );
  const draft: Draft = {
    'x-texts': { summary: text(cleanText(raw.title) || path), description: text(description) },
    tags: raw.tag === undefined ? undefined : [raw.tag],
    'x-author': cleanText(parts.value('author')) || undefined,
    security: rows.some(isAuthorization) ? [{ Authorization: [] }] : undefined,
    parameters: parametersOf(rows, parts, path),
    requestBody: bodyOf(rows, parts),
    ...readAnswers(parts),
    models: Object.fromEntries(models),
  };
  return { line: raw.line, lang, method, path, server, draft };
}
