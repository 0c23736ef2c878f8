import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ToolkitError } from '../contracts/errors.ts';
import { type RunRecord, readRecord } from '../contracts/record.ts';
import { type Lang, langs } from '../contracts/text.ts';
import { type RandomStream, randomStream } from '../generators/random.ts';
import { formats } from './formats/formats.ts';
import { missedFaults } from './sample-faults.ts';
import { brokenSuite } from './sample-suites.ts';
import { keptLoad, rateLoad } from './sample-sweeps.ts';
import { capacityLoad } from './samples/capacity.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-damaged-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What takes the place of a value; text first, since most of a record is. */
const values: readonly ((value: unknown) => unknown)[] = [
  (value) => (typeof value === 'string' ? value.slice(0, value.length / 2) : -1),
  (value) => (typeof value === 'string' ? [...value].reverse().join('') : 1e308),
  (value) => (typeof value === 'number' ? -value : 'NaN'),
  (value) => (typeof value === 'number' ? value * 1e12 : '__proto__'),
  (value) => (typeof value === 'number' ? 0 : 'constructor'),
  (value) => (typeof value === 'number' ? 5e-324 : ''),
  (value) => (Array.isArray(value) ? [] : null),
  (value) => (Array.isArray(value) ? [...value, ...value] : {}),
  (value) => (Array.isArray(value) ? value.toReversed() : [value]),
  () => undefined,
  () => Number.MAX_SAFE_INTEGER,
  () => '\u202e\u0000\ud800<script>',
];

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** A copy in which one value, anywhere, is another; as often as not it is a member of a prototype that it gets. */
function damaged(record: RunRecord, stream: RandomStream): unknown {
  const pick = <T>(from: readonly T[]) => from[stream.below(Math.max(1, from.length))];
  const copy: unknown = JSON.parse(JSON.stringify(record));
  const depth = 1 + stream.below(7);
  let holder = copy;
  for (let level = 1; isObject(holder) && level < depth; level++) {
    const next: unknown = holder[pick(Object.keys(holder)) ?? ''];
    if (!isObject(next) || Object.keys(next).length === 0) break;
    holder = next;
  }
  if (!isObject(holder)) return copy;
  const key = pick(Object.keys(holder)) ?? '';
  const value = pick(values)?.(holder[key]);
  if (stream.below(10) === 0) Object.defineProperty(holder, '__proto__', { value, enumerable: true });
  else holder[key] = value;
  return copy;
}

/** What becomes of a text that stands where a record should, in every format of reports. */
function outcomeOf(text: string, lang: Lang): string {
  const file = join(folder, 'record.json');
  writeFileSync(file, text);
  try {
    const record = readRecord(file);
    const records = { [record.kind]: record };
    for (const { render } of formats) render(records, lang);
    return 'shown';
  } catch (error) {
    return error instanceof ToolkitError ? 'refused' : `${error instanceof Error ? error.stack : error}`;
  }
}

const few = { ...capacityLoad, points: capacityLoad.points.slice(0, 2) };

/** A record of each kind, and of how many damages a page is made: those with many charts take longer. */
const records: readonly (readonly [string, RunRecord, number])[] = [
  ['suites', brokenSuite, 100],
  ['faults', missedFaults, 100],
  ['a capacity', few, 30],
  ['a sweep', keptLoad, 20],
  ['a rate', rateLoad, 20],
];

test.each(records)('a damaged record of %s is refused or shown', (_name, record, count) => {
  const stream = randomStream(20261123, 0);
  const mutants = Array.from({ length: count }, () => JSON.stringify(damaged(record, stream)));
  const outcomes = mutants.map((mutant, i) => outcomeOf(mutant, langs[i % langs.length] ?? 'en'));
  expect(new Set(outcomes)).toEqual(new Set(['shown', 'refused']));
});

test('words that prototypes know are words', () => {
  const findings = brokenSuite.cases.flatMap(({ findings }) => findings).slice(0, 1);
  for (const kind of ['__proto__', 'constructor', 'toString']) {
    const cases = brokenSuite.cases.map((one) => ({
      ...one,
      suite: kind,
      reason: kind,
      findings: findings.map((finding) => ({ ...finding, params: { kind } })),
    }));
    const observations = { [kind]: kind };
    const settings = JSON.parse(`{"${kind}": "${kind}"}`);
    const named = { ...brokenSuite, cases, observations, settings };
    expect(outcomeOf(JSON.stringify(named), 'zh')).toBe('shown');
  }
});

test.each(records)('a record of %s that ends early is refused', (_name, record) => {
  const text = JSON.stringify(record);
  const ends = [0, 0.1, 0.5, 0.9]
    .map((share) => text.slice(0, share * text.length))
    .concat(text.slice(0, -1));
  expect(ends.map((end) => outcomeOf(end, 'en'))).toEqual(ends.map(() => 'refused'));
});
