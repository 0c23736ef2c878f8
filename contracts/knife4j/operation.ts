import type { Lang } from '../text.ts';
import type { Draft } from './document.ts';
import { type Parts, partsOf } from './parts.ts';
import { bodyOf, isToken, parametersOf, placedRows } from './request.ts';
import { answersOf } from './responses.ts';
import { modelSchema } from './schema.ts';
import type { RawOperation } from './sections.ts';
import type { Warn } from './warning.ts';
import { cleanText, isNone } from './words.ts';

/** An operation of a page, and where it stands. */
export type ReadOperation = Readonly<{
  line: number;
  lang: Lang;
  method: string;
  path: string;
  draft: Draft;
}> & {
  readonly server: string | undefined;
};

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The path of an address, each name in it closed once and without the pattern that Spring allows after it. */
function pathOf(address: string): string {
  const name = /\{([^{}:]+)(?::(?:[^{}]|\{[^{}]*\})*)?\}|[{}]/g;
  const bare = address.replace(/[?#].*$/s, '').replace(/\s/g, '');
  return `/${bare.replace(name, (_, found?: string) => (found ? `{${found}}` : ''))}`.replace('//', '/');
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
export function readOperation(
  raw: RawOperation,
  warn: Warn,
  settle: (path: string) => string,
): ReadOperation | undefined {
  const parts = partsOf(raw, warn);
  const { lang } = parts;
  const method = parts.value('method').toLowerCase();
  const address = parts.value('address');
  const line = parts.find('address')?.line ?? raw.line;
  if (!methods.includes(method)) {
    warn(line, 'leftOut', { text: `${method.toUpperCase()} ${address}` });
    return undefined;
  }
  const [, server, rest = ''] = /^(https?:\/\/[^/\s]+)?(.*)$/s.exec(address) ?? [];
  const own = pathOf(rest);
  const path = settle(own);
  if (path !== address) warn(line, 'readOtherwise', { name: path, found: address, read: path });
  const rows = placedRows(parts, method, path, own);
  const body = bodyOf(rows, parts);
  const summary = cleanText(raw.title) || path;
  const description = descriptionOf(parts) || undefined;
  const models = parts.models.map(
    ({ name, rows }) => [name, modelSchema(name, rows, undefined, parts)] as const,
  );
  const draft: Draft = {
    tags: raw.tag === undefined ? undefined : [raw.tag],
    summary,
    description,
    'x-texts': {
      summary: { [lang]: summary },
      description: description === undefined ? undefined : { [lang]: description },
    },
    'x-author': cleanText(parts.value('author')) || undefined,
    security: rows.some(isToken) ? [{ Authorization: [] }] : undefined,
    parameters: parametersOf(rows, parts),
    bodies: body ? { body } : {},
    ...answersOf(parts),
    models: Object.fromEntries(models),
  };
  return { line: raw.line, lang, method, path, server, draft };
}
