import { type Example, exampleIn } from './example.ts';
import { languageOf, type Part } from './labels.ts';
import { type Row, rowsOf } from './rows.ts';
import type { Context } from './schema.ts';
import type { RawOperation, Section } from './sections.ts';
import type { Warn } from './warning.ts';
import { isNone, unquoted } from './words.ts';

/** The parts of an operation, looked up by name and status. */
export interface Parts extends Context {
  readonly find: (part: Part, status?: string) => Section | undefined;
  readonly value: (part: Part) => string;
  readonly rows: (part: Part, status?: string) => readonly Row[];
  readonly example: (part: Part, status?: string) => Example;
  /** The media types that are stated; `*` says nothing. */
  readonly media: (part: 'request' | 'response') => readonly string[];
  /** Statuses and codes that have parts of their own. */
  readonly statuses: readonly string[];
}

/** The parts of an operation as its page has them. */
export function partsOf(raw: RawOperation, warn: Warn): Parts {
  const isFilled = ({ items, value }: Section) => items.length > 0 || value !== '';
  const find: Parts['find'] = (part, status) => {
    const all = raw.sections.filter((one) => one.part === part && one.status === status);
    return all.findLast(isFilled) ?? all.at(-1);
  };
  const address = find('address')?.label ?? '';
  // In native English the two media labels are swapped.
  const [request, response] =
    address === 'url' ? (['produces', 'consumes'] as const) : (['consumes', 'produces'] as const);
  const media = {
    request: find('requestType') ?? find(request),
    response: find('responseType') ?? find(response),
  };
  return {
    warn,
    lang: languageOf(address),
    known: new Set(raw.models.keys()),
    find,
    value: (part) => unquoted(find(part)?.value ?? ''),
    rows: (part, status) => {
      const section = find(part, status);
      const [table, ...others] = section?.items.filter((item) => item.type === 'table') ?? [];
      for (const { line, source } of others) warn(line, 'leftOut', { text: source.slice(0, 60) });
      if (table) return rowsOf(table.lines, table.line, warn);
      const text = [section?.value, ...(section?.items ?? []).map(({ source }) => source)].join(' ').trim();
      if (!isNone(text)) warn(section?.line ?? 1, 'leftOut', { text: text.slice(0, 60) });
      return [];
    },
    example: (part, status) => exampleIn(find(part, status)?.items ?? [], warn),
    media: (part) => media[part]?.value.match(/[\w.+-]+\/[\w.+*-]+/g) ?? [],
    statuses: raw.sections.flatMap(({ part, status }) => (part === 'perStatus' && status ? [status] : [])),
  };
}
