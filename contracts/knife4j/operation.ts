import type { Lang } from '../text.ts';
import type { Draft } from './document.ts';
import { type Parts, partsOf } from './parts.ts';
import { bodyOf, isToken, parametersOf, placedRows } from './request.ts';
import { answersOf } from './responses.ts';
import { modelSchema } from './schema.ts';
import type { RawOperation } from './sections.ts';
import type { Warn } from './warning.ts';
import { cleanText, isNone } from './words.ts';

type Key = Readonly<{ line: number; lang: Lang; method: string; path: string }>;
/** An operation of a page, and the server of its address. */
export type ReadOperation = Key & Readonly<{ server: string; draft: Draft }>;

/** The path that an operation with this path is written at. */
export type Settle = (path: string) => string;

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The path of an address, each name in it closed once and without the pattern that Spring allows after it. */
function pathOf(address: string): string {
  const name = /\{([^{}:]+)(?::(?:[^{}]|\{[^{}]*\})*)?\}|[{}]/g;
  const bare = address.replace(/[?#].*$/s, '').replace(/\s/g, '');
  const path = bare.replace(name, (_, found?: string) => (found ? `{${found}}` : ''));
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

/** Reads one operation, its path settled with those before it; `undefined` when its method cannot be read. */
export function readOperation(raw: RawOperation, warn: Warn, settle: Settle): ReadOperation | undefined {
  const parts = partsOf(raw, warn);
  const { lang } = parts;
  const method = parts.value('method').toLowerCase();
  const address = parts.value('address');
  const line = parts.find('address')?.line ?? raw.line;
  if (!methods.includes(method)) warn(line, 'leftOut', { text: `${method.toUpperCase()} ${address}` });
  if (!methods.includes(method)) return undefined;
  const [, server = '', rest = ''] = /^(https?:\/\/[^/\s]+)?(.*)$/s.exec(address) ?? [];
  const own = pathOf(rest);
  const path = settle(own);
  if (path !== address) warn(line, 'readOtherwise', { name: path, found: address, read: path });
  const rows = placedRows(parts, method, path, own);
  const summary = cleanText(raw.title) || path;
  const description = descriptionOf(parts) || undefined;
  const models = parts.models.map(({ name, rows }) => [name, modelSchema(name, rows, undefined, parts)]);
  const draft: Draft = {
    ...{ tags: raw.tags, summary, description },
    'x-texts': {
      summary: { [lang]: summary },
      description: description ? { [lang]: description } : undefined,
    },
    'x-author': cleanText(parts.value('author')) || undefined,
    security: rows.some(isToken) ? [{ Authorization: [] }] : undefined,
    parameters: parametersOf(rows, parts),
    bodies: bodyOf(rows, parts),
    ...answersOf(parts),
    models: Object.fromEntries(models),
  };
  return { line: raw.line, lang, method, path, server, draft };
}
