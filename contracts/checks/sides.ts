import type { Finding } from '../finding.ts';
import { keysOf, readJson, valueAt } from '../json.ts';
import { fill, type Lang, type Text } from '../text.ts';
import { kindOf } from './registry.ts';

/** What should have come, and what came. */
export interface Sides {
  readonly expected: string;
  readonly received: string;
}

/** A value longer than this is better looked at in the answer. */
const maxValueLength = 160;

const texts = {
  nothing: { en: 'nothing', zh: '没有' },
} as const satisfies Record<string, Text>;

/** The value at a pointer into an answer, as JSON. */
function valueThere(at: string, body: string | undefined): string | Text {
  const value = valueAt(readJson(body ?? ''), keysOf(at));
  if (value === undefined) return texts.nothing;
  const json = JSON.stringify(value);
  return json.length > maxValueLength ? `${json.slice(0, maxValueLength)}… (${json.length})` : json;
}

/** Both sides of a finding in words of a language; `body` is that of the answer it was made in. */
export function sidesOf(finding: Finding, body: string | undefined, lang: Lang): Sides {
  const { at, params, message } = finding;
  const kind = kindOf(finding);
  if (!kind) return { expected: '', received: message };
  const values = { ...params, there: valueThere(at, body) };
  return { expected: fill(kind.expected, lang, values), received: fill(kind.received, lang, values) };
}
