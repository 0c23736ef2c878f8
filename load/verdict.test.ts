import { expect, test } from 'vitest';
import { noOutcomes } from '../contracts/outcome.ts';
import { verdictOf } from './verdict.ts';

const latencyMs = { mean: 20, p50: 10, p90: 30, p95: 40, p99: 100, p999: 150, max: 200 };
const fast = { ...latencyMs, p99: 2 };
const all = { sent: 1000, success: 1000 };
const idle = { cpu: 0.4, loopBusy: 0.4, loopDelayP99Ms: 1, gcShare: 0.02, littlesLawRatio: 1 };

test.each([
  ['valid', all, {}],
  ['valid', { sent: 1000, partial: 995, timeout: 5 }, {}],
  ['valid', { sent: 1000, success: 500, aborted: 500 }, {}],
  ['failed', { sent: 1000, success: 980, timeout: 20 }, {}],
  ['failed', { sent: 1000, success: 999, contractViolation: 1 }, {}],
  ['failed', { sent: 1000, tokenInvalid: 1000 }, {}],
  ['failed', { sent: 0 }, {}],
  ['refused', { sent: 1000, otherCode: 1000 }, {}],
  ['generator-limited', all, { generator: { ...idle, loopBusy: 0.95 } }],
  // Another thread checks answers.
  ['valid', all, { generator: { ...idle, cpu: 1.6 } }],
  ['valid', all, { generator: { ...idle, loopDelayP99Ms: 4.9 } }],
  ['generator-limited', all, { generator: { ...idle, loopDelayP99Ms: 5.1 } }],
  ['valid', all, { latencyMs: fast, generator: { ...idle, loopDelayP99Ms: 1.9 } }],
  ['generator-limited', all, { latencyMs: fast, generator: { ...idle, loopDelayP99Ms: 2.1 } }],
  ['generator-limited', all, { generator: { ...idle, gcShare: 0.2 } }],
  ['valid', all, { generator: { ...idle, littlesLawRatio: 0.98 } }],
  ['generator-limited', all, { generator: { ...idle, littlesLawRatio: 0.96 } }],
  ['generator-limited', all, { generator: { ...idle, littlesLawRatio: 1.04 } }],
  ['valid', all, { generator: { ...idle, heldBack: 10 } }],
  ['generator-limited', all, { generator: { ...idle, heldBack: 11, littlesLawRatio: 0.4 } }],
  ['valid', all, { steadiness: { latencyDrift: 0.029, throughputDrift: -0.029, timeLost: 0.029 } }],
  ['not-steady', all, { steadiness: { latencyDrift: 0.04 } }],
  ['not-steady', all, { steadiness: { latencyDrift: 0, throughputDrift: -0.04 } }],
  ['not-steady', all, { steadiness: { latencyDrift: 0, timeLost: 0.04 } }],
  ['generator-limited', all, { generator: { ...idle, loopBusy: 0.95 }, steadiness: { latencyDrift: 0.04 } }],
  ['failed', { sent: 1000, success: 980, timeout: 20 }, { steadiness: { latencyDrift: 0.04 } }],
  // What the host of the machine takes explains a bad window, and makes no good one bad.
  ['valid', all, { generator: { ...idle, stolenCores: 0.3 } }],
  ['not-steady', all, { generator: { ...idle, stolenCores: 0.02 }, steadiness: { latencyDrift: 0.04 } }],
  [
    'generator-limited',
    all,
    { generator: { ...idle, stolenCores: 0.03 }, steadiness: { latencyDrift: 0.04 } },
  ],
  ['failed', { sent: 1000, success: 980, timeout: 20 }, { generator: { ...idle, stolenCores: 0.3 } }],
] as const)('%s: %j, %j', (verdict, counted, changes) => {
  const counts = { ...noOutcomes, ...counted };
  const point = { counts, latencyMs, generator: idle, ...changes };
  expect(verdictOf(point, counts.success + counts.partial + counts.allFailed)).toBe(verdict);
});

const prompt = { cpu: 1, loopBusy: 1, loopDelayP99Ms: 0.1, littlesLawRatio: 1, sendLagP99Ms: 0.2 };

test.each([
  ['valid', all, {}],
  ['valid', all, { overflow: 1 }],
  ['valid', all, { backlog: 50 }],
  ['valid', all, { generator: { ...prompt, sendLagP99Ms: 4.9 } }],
  ['valid', all, { latencyMs: fast, generator: { ...prompt, sendLagP99Ms: 0.9 } }],
  ['generator-limited', all, { latencyMs: fast, generator: { ...prompt, sendLagP99Ms: 1.1 } }],
  ['generator-limited', all, { generator: { ...prompt, sendLagP99Ms: 5.1 } }],
  ['generator-limited', all, { generator: { ...prompt, loopDelayP99Ms: 5.1 } }],
  ['generator-limited', all, { overflow: 500, generator: { ...prompt, sendLagP99Ms: 50 } }],
  ['failed', all, { overflow: 2 }],
  ['failed', all, { backlog: 51 }],
  ['failed', all, { backlog: 51, steadiness: { latencyDrift: 0.5 } }],
  // No more can be missing by the host's doing than it took.
  ['generator-limited', all, { backlog: 90, generator: { ...prompt, stolenCores: 0.1 } }],
  ['failed', all, { backlog: 110, generator: { ...prompt, stolenCores: 0.1 } }],
  ['generator-limited', all, { overflow: 90, generator: { ...prompt, stolenCores: 0.1 } }],
  ['failed', all, { overflow: 60, backlog: 50, generator: { ...prompt, stolenCores: 0.1 } }],
  ['not-steady', all, { steadiness: { latencyDrift: 0.5 } }],
  ['failed', { sent: 1000, success: 980, timeout: 20 }, {}],
  ['refused', { sent: 1000, otherCode: 1000 }, {}],
] as const)('at a rate, %s: %j, %j', (verdict, counted, changes) => {
  const counts = { ...noOutcomes, ...counted };
  const point = {
    counts,
    offeredRate: 100,
    overflow: 0,
    backlog: 0,
    latencyMs,
    generator: prompt,
    ...changes,
  };
  expect(verdictOf(point, counts.success)).toBe(verdict);
});
