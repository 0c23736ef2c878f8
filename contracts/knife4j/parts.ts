import type { Lang } from '../text.ts';
import { exampleIn } from './example.ts';
import type { Part } from './labels.ts';
import { rowsOf } from './rows.ts';
import type { RawOperation, Section } from './sections.ts';
import type { Warn } from './warning.ts';
import { isChinese, isNone, unquoted } from './words.ts';

const isFilled = ({ items, value }: Section) => items.length > 0 || value !== '';

/** The parts of an operation, looked up by name and status; and the context for reading its rows. */
export function partsOf({ sections }: RawOperation, warn: Warn) {
  const find = (part: Part, status?: string) => {
    const all = sections.filter((one) => one.part === part && one.status === status);
    return all.findLast(isFilled) ?? all.at(-1);
  };
  const value = (part: Part) => unquoted(find(part)?.value ?? '');
  const rowsIn = (section: Section | undefined) => {
    const { items = [], line = 1 } = section ?? {};
    const [table, ...others] = items.filter((item) => item.type === 'table');
    const text = [section?.value, ...items.map(({ source }) => source)].join(' ').trim();
    if (!table && !isNone(text)) warn(line, 'leftOut', { text });
    for (const other of others) warn(other.line, 'leftOut', { text: other.source });
    return table ? rowsOf(table.lines, table.line, warn) : [];
  };
  const [, ...models] = sections.filter(({ part }) => part === 'models');
  const address = find('address')?.label ?? '';
  const lang: Lang = isChinese(address) ? 'zh' : 'en';
  // In native English the two media labels are swapped.
  const isNative = address === 'url';
  const media = {
    request: value('requestType') || value(isNative ? 'produces' : 'consumes'),
    response: value('responseType') || value(isNative ? 'consumes' : 'produces'),
  };
  return {
    ...{ lang, warn, find, value },
    known: new Set(models.map(({ label }) => label)),
    models: models.map((one) => ({ name: one.label, rows: rowsIn(one) })),
    /** Statuses and codes that have parts of their own. */
    statuses: sections.flatMap(({ part, status }) => (part === 'perStatus' && status ? [status] : [])),
    rows: (part: Part, status?: string) => rowsIn(find(part, status)),
    example: (part: Part, status?: string) => exampleIn(find(part, status)?.items ?? [], warn),
    /** The media types that are stated; `*` says nothing. */
    media: (of: keyof typeof media) => media[of].match(/[\w.+-]+\/[\w.+*-]+/g) ?? [],
  };
}
export type Parts = ReturnType<typeof partsOf>;
