import { expect, test } from 'vitest';
import { noOutcomes } from '../contracts/outcome.ts';
import { verdictOf } from './verdict.ts';

const idle = { cpu: 0.4, loopDelayP99Ms: 1, littlesLawRatio: 1 };

test.each([
  ['valid', { sent: 1000, success: 1000 }, idle],
  ['valid', { sent: 1000, partial: 995, timeout: 5 }, idle],
  ['valid', { sent: 1000, success: 500, aborted: 500 }, idle],
  ['failed', { sent: 1000, success: 980, timeout: 20 }, idle],
  ['failed', { sent: 1000, success: 999, contractViolation: 1 }, idle],
  ['failed', { sent: 1000, tokenInvalid: 1000 }, idle],
  ['failed', { sent: 0 }, idle],
  ['refused', { sent: 1000, otherCode: 1000 }, idle],
  ['generator-limited', { sent: 1000, success: 1000 }, { ...idle, cpu: 0.95 }],
] as const)('%s: %j', (verdict, counted, generator) => {
  const counts = { ...noOutcomes, ...counted };
  expect(verdictOf(counts, counts.success + counts.partial + counts.allFailed, generator)).toBe(verdict);
});
