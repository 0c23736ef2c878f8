import { expect, test } from 'vitest';
import type { Exchange } from '../contracts/exchange.ts';
import { Objection } from './case.ts';
import { expect as playwrightExpect } from './matchers.ts';
import { problemOf } from './problem.ts';

/** What one of Playwright's matchers throws. */
function failedExpectation(): unknown {
  try {
    playwrightExpect(1).toBe(2);
  } catch (error) {
    return error;
  }
  throw new Error('one is two');
}

const exchange: Exchange = {
  request: { method: 'POST', url: 'http://127.0.0.1/', headers: {}, body: Buffer.alloc(0) },
  token: 'valid',
  response: { status: 200, headers: {}, body: Buffer.alloc(0) },
  sentAt: 0,
  timings: { totalMs: 1 },
};
const busy: Exchange = { ...exchange, response: { status: 429, headers: {}, body: Buffer.alloc(0) } };
const lost = (problem: 'environment' | 'credentials'): Exchange => ({
  ...exchange,
  incidents: [
    { kind: 'throttled', waitedMs: 5 },
    { kind: 'lost', problem },
  ],
});

test.each([
  ['what was found by comparing', new Objection('differs'), [exchange], 'contract'],
  ['what a matcher objects to', failedExpectation(), [exchange], 'contract'],
  [
    'a throttled call that went well then',
    failedExpectation(),
    [{ ...exchange, incidents: [{ kind: 'throttled', waitedMs: 5 }] }],
    'contract',
  ],
  ['a target that is gone', failedExpectation(), [exchange, lost('environment')], 'environment'],
  ['a token that is dead', failedExpectation(), [lost('credentials')], 'credentials'],
  ['a target that will not be asked so often', failedExpectation(), [exchange, busy], 'environment'],
  ['anything else that is thrown', new TypeError('x is not a function'), [exchange], 'toolkit'],
] as const)('%s', (_name, error, exchanges, problem) => {
  expect(problemOf(error, exchanges)).toBe(problem);
});
