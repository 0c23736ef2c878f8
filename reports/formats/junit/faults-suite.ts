import type { FaultsRecord, MatrixRow } from '../../../contracts/record.ts';
import type { Locale } from '../../locale.ts';
import { missesOf } from '../../model.ts';
import { runCase, runProperties } from './run-case.ts';
import type { TestCase, TestSuite } from './test-suite.ts';

function rowCase(row: MatrixRow, isMissed: boolean, { say, lang }: Locale): TestCase {
  const { kind, name, text, rule = '', verdict, by, durationMs } = row;
  const lines = by.map(({ suite, title, rules }) => `${suite} › ${title} (${rules.join(', ')})`);
  return {
    name: `${kind} ${name}`,
    durationMs,
    ...(isMissed && {
      result: {
        kind: 'failure',
        type: verdict,
        message: `${say(verdict)}: ${text[lang]}`,
        text: [[text[lang], rule].filter(Boolean).join(' · '), ...lines].join('\n'),
      },
    }),
  };
}

/** The matrix of faults as tests of the tests. */
export function faultsSuite(faults: FaultsRecord, locale: Locale): TestSuite {
  const misses = missesOf(faults);
  return {
    name: 'faults',
    startedAt: faults.startedAt,
    properties: runProperties(faults),
    cases: [
      ...faults.rows.map((row) => rowCase(row, misses.includes(row), locale)),
      runCase({ faults }, locale),
    ],
  };
}
