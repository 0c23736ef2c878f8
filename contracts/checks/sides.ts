import type { Finding } from '../finding.ts';
import { readJson } from '../json.ts';
import { writtenAt } from '../json-text.ts';
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

/** The value at a pointer into an answer, as it came. */
function valueThere(at: string, body: string): string | Text {
  const value = readJson(body) === undefined ? undefined : writtenAt(body, at);
  if (value === undefined) return texts.nothing;
  return value.length > maxValueLength ? `${value.slice(0, maxValueLength)}… (${value.length})` : value;
}

/** Both sides of a finding in words of a language; `body` is that of the answer it was made in. */
export function sidesOf(finding: Finding, body: string | undefined, lang: Lang): Sides {
  const { at, params, message } = finding;
  const kind = kindOf(finding);
  if (!kind) return { expected: '', received: message };
  const values = { ...params, there: valueThere(at, body ?? '') };
  return { expected: fill(kind.expected, lang, values), received: fill(kind.received, lang, values) };
}
