import { exampleIn } from './example.ts';
import type { Part } from './labels.ts';
import { rowsOf } from './rows.ts';
import type { Context } from './schema.ts';
import type { RawOperation, Section } from './sections.ts';
import type { Warn } from './warning.ts';
import { isChinese, isNone, unquoted } from './words.ts';

/** The parts of an operation, looked up by name and status; and the context for reading its rows. */
export function partsOf({ sections }: RawOperation, warn: Warn) {
  const isFilled = ({ items, value }: Section) => items.length > 0 || value !== '';
  const all = (part: Part, status?: string) =>
    sections.filter((one) => one.part === part && one.status === status);
  const find = (part: Part, status?: string) =>
    all(part, status).findLast(isFilled) ?? all(part, status).at(-1);
  const value = (part: Part) => unquoted(find(part)?.value ?? '');
  const rowsIn = ({ items, value, line }: Section) => {
    const [table, ...others] = items.filter((item) => item.type === 'table');
    const text = [value, ...items.map(({ source }) => source)].join(' ').trim();
    if (!table && !isNone(text)) warn(line, 'leftOut', { text });
    for (const other of others) warn(other.line, 'leftOut', { text: other.source });
    return table ? rowsOf(table.lines, table.line, warn) : [];
  };
  const [, ...models] = sections.filter(({ part }) => part === 'models');
  const label = find('address')?.label ?? '';
  // In native English the two media labels are swapped.
  const isNative = label === 'url';
  const media = {
    request: value('requestType') || value(isNative ? 'produces' : 'consumes'),
    response: value('responseType') || value(isNative ? 'consumes' : 'produces'),
  };
  const context: Context = {
    lang: isChinese(label) ? 'zh' : 'en',
    warn,
    known: new Set(models.map((one) => one.label)),
  };
  return {
    ...context,
    models: models.map((one) => ({ name: one.label, rows: rowsIn(one) })),
    /** Statuses and codes that have parts of their own. */
    statuses: sections.flatMap(({ part, status }) => (part === 'perStatus' && status ? [status] : [])),
    find,
    value,
    rows: (part: Part, status?: string) => {
      const section = find(part, status);
      return section ? rowsIn(section) : [];
    },
    example: (part: Part, status?: string) => exampleIn(find(part, status)?.items ?? [], warn),
    /** The media types that are stated; `*` says nothing. */
    media: (part: 'request' | 'response') => media[part].match(/[\w.+-]+\/[\w.+*-]+/g) ?? [],
  };
}
export type Parts = ReturnType<typeof partsOf>;
