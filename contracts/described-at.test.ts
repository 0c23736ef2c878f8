import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describedAt, descriptionLine } from './described-at.ts';
import { type Rule, rules } from './finding.ts';
import { linesIn } from './yaml.ts';

const text = readFileSync(new URL('openapi.yaml', import.meta.url), 'utf8').split('\n');

/** The line that describes what a finding is about. */
function lineOf(rule: Rule, at: string, code?: number): string {
  return text[descriptionLine(describedAt({ rule, at }, code)) - 1]?.trim() ?? '';
}

test.each<[Rule, string, number | undefined, string]>([
  ['http-status', '', undefined, 'responses:'],
  ['media-type', '', undefined, 'content:'],
  ['business-code', '/code', 5106, 'x-business-codes:'],
  ['leak', '/data', 5032, 'responses:'],
  ['envelope', '', 200, 'ResetCredentialsDto_7ee5be:'],
  ['envelope', '/data/failedList/3/msg', 200, 'msg:'],
  ['envelope', '/msg', 5032, 'msg:'],
  ['envelope', '', 5106, 'Error5106:'],
  ['envelope', '', 4711, 'BusinessErrorAnswer:'],
  ['batch-law', '/data', 200, 'data:'],
  ['ownership', '/data/successList/12', 200, 'items:'],
  ['credential', '/data/successList/0/resetCredentials', 200, 'resetCredentials:'],
  ['drift', '/data/successList/0/no/such/field', 200, 'items:'],
])('%s at %j of an answer with code %s', (rule, at, code, line) => {
  expect(lineOf(rule, at, code)).toBe(line);
});

test('every rule has a place of its own in the description', () => {
  for (const rule of rules) expect(descriptionLine(describedAt({ rule, at: '' }))).toBeGreaterThan(1);
});

test('lines are those of the nearest pointer that is there', () => {
  const lines = linesIn('a:\n  - b: 1\n    c:\n      d: 2\n  - e\nf: g\n');
  expect(lines('')).toBe(1);
  expect(lines('/a')).toBe(1);
  expect(lines('/a/0/c')).toBe(3);
  expect(lines('/a/0/c/no/d')).toBe(3);
  expect(lines('/a/1')).toBe(5);
  expect(lines('/f')).toBe(6);
});
