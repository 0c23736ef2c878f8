import { expect, test } from 'vitest';
import { noOutcomes } from '../contracts/outcome.ts';
import { paceVerdictOf, verdictOf } from './verdict.ts';

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

const prompt = { cpu: 1, loopDelayP99Ms: 0.1, littlesLawRatio: null, sendLagP99Ms: 0.2 };
const latency = { mean: 20, p50: 10, p90: 30, p95: 40, p99: 100, p999: 150, max: 200 };
const all = { sent: 1000, success: 1000 };

test.each([
  ['valid', all, {}],
  ['valid', all, { overflow: 1 }],
  ['valid', all, { backlog: 50 }],
  ['valid', all, { generator: { ...prompt, sendLagP99Ms: 4.9 } }],
  ['valid', all, { latencyMs: { ...latency, p99: 2 }, generator: { ...prompt, sendLagP99Ms: 0.9 } }],
  [
    'generator-limited',
    all,
    { latencyMs: { ...latency, p99: 2 }, generator: { ...prompt, sendLagP99Ms: 1.1 } },
  ],
  ['generator-limited', all, { generator: { ...prompt, sendLagP99Ms: 5.1 } }],
  ['generator-limited', all, { overflow: 500, generator: { ...prompt, sendLagP99Ms: 50 } }],
  ['failed', all, { overflow: 2 }],
  ['failed', all, { backlog: 51 }],
  ['failed', { sent: 1000, success: 980, timeout: 20 }, {}],
  ['refused', { sent: 1000, otherCode: 1000 }, {}],
] as const)('at a rate, %s: %j, %j', (verdict, counted, changes) => {
  const counts = { ...noOutcomes, ...counted };
  const point = { counts, overflow: 0, backlog: 0, latencyMs: latency, generator: prompt, ...changes };
  expect(paceVerdictOf(point, counts.success)).toBe(verdict);
});
