import type { Lang } from '../text.ts';
import { unquoted } from './clean.ts';
import { type Example, readExample } from './example.ts';
import { sourceOf } from './items.ts';
import { isNone, type Part } from './labels.ts';
import { type Row, rowsOf } from './rows.ts';
import type { RawOperation, Section } from './sections.ts';
import type { Context } from './shape.ts';
import type { Warn } from './warning.ts';

/** The parts of an operation, looked up by name and status. */
export interface Parts {
  readonly context: Context;
  readonly find: (part: Part, status?: string) => Section | undefined;
  readonly rows: (part: Part, status?: string) => readonly Row[];
  readonly example: (part: Part, status?: string) => Example | undefined;
  readonly media: (part: 'requestType' | 'responseType') => readonly string[];
  readonly statuses: readonly string[];
}

/** Of a part that stands twice the last one counts; a filled one before it is worth a warning. */
function lastOf(sections: readonly Section[], warn: Warn): Section | undefined {
  const filled = sections.filter((section) => section.items.length > 0 || section.value !== '');
  const last = filled.at(-1) ?? sections.at(-1);
  if (filled.length > 1 && last) warn(last.line, 'duplicateSection', { label: last.label });
  return last;
}

function tableRows(section: Section | undefined, warn: Warn): readonly Row[] {
  if (!section) return [];
  const [table, ...more] = section.items.filter((item) => item.type === 'table');
  for (const item of more) warn(item.line, 'contentLeftOut', { text: sourceOf(item).slice(0, 60) });
  if (table?.type === 'table') return rowsOf(table.lines, table.line, warn);
  const text = [section.value, ...section.items.map(sourceOf)].join(' ').trim();
  if (!isNone(text)) warn(section.line, 'noTable', { label: section.label });
  return [];
}

/** Values like `a,b` and `["a","b"]` as a list; `*` and nothing say nothing. */
function mediaOf(value: string): string[] {
  const words = unquoted(value)
    .replace(/[[\]"'`]/g, '')
    .split(/[,\s]+/);
  return words.filter((word) => /^[\w.+-]+\/[\w.+*-]+$/.test(word) || word === '*/*');
}

/** The parts of an operation as its page has them. */
export function partsOf(raw: RawOperation, native: boolean, lang: Lang, warn: Warn): Parts {
  const models = new Map([...raw.models].map(([name, { lines, line }]) => [name, rowsOf(lines, line, warn)]));
  const found = new Map<string, Section | undefined>();
  const find = (part: Part, status?: string) => {
    const key = `${part} ${status ?? ''}`;
    if (!found.has(key)) {
      found.set(
        key,
        lastOf(
          raw.sections.filter((one) => one.part === part && one.status === status),
          warn,
        ),
      );
    }
    return found.get(key);
  };
  const requestType = native ? 'produces' : 'consumes';
  const responseType = native ? 'consumes' : 'produces';
  const media = {
    requestType: find('requestType') ?? find(requestType),
    responseType: find('responseType') ?? find(responseType),
  };
  return {
    context: { lang, warn, models, around: [] },
    find,
    rows: (part, status) => tableRows(find(part, status), warn),
    example: (part, status) => readExample(find(part, status), warn),
    media: (part) => mediaOf(media[part]?.value ?? ''),
    statuses: raw.sections.flatMap((one) => (one.part === 'perStatus' && one.status ? [one.status] : [])),
  };
}
