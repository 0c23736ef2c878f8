import { describe, expect, test } from 'vitest';
import { judge } from '../../contracts/checks/registry.ts';
import type { Call, Exchange } from '../../contracts/exchange.ts';
import { start } from '../../contracts/reference/service.ts';
import { openLauncher } from '../../contracts/send.ts';
import { drawBatch } from '../../generators/batch.ts';
import { randomStream } from '../../generators/random.ts';
import { callOf, openTarget } from '../../generators/target.ts';
import { realClock } from '../clock.ts';
import { judgeAtOnce } from '../judging/judge.ts';
import { SimulatedClock, simulatedService } from '../simulated.ts';
import { measurePaced, type PacedPointOptions } from './paced-point.ts';
import { type Arrivals, plannedMoments, steadyRate } from './rate-plan.ts';

const call: Call = {
  request: { method: 'POST', url: 'http://localhost/', headers: {}, body: Buffer.from('[]') },
  token: 'valid',
};

interface Simulation {
  readonly rate: number;
  readonly arrivals?: Arrivals;
  readonly warmupMs?: number;
  readonly findsWarmup?: boolean;
  readonly durationMs: number;
  readonly maxInFlight?: number;
  readonly clock?: SimulatedClock;
  /** When the answer to a request is done. */
  endOf(sentAt: number): number;
  /** Ctrl-C. */
  readonly stopAt?: number;
}

/** Measures a simulated service in virtual time; every answer that comes is good. */
function simulate(simulation: Simulation) {
  const { rate, arrivals = 'constant', warmupMs = 0, durationMs, clock = new SimulatedClock() } = simulation;
  const controller = new AbortController();
  if (simulation.stopAt !== undefined) clock.at(simulation.stopAt, () => controller.abort());
  const options: PacedPointOptions = {
    plan: {
      batchSize: 10,
      warmupMs,
      findsWarmup: simulation.findsWarmup,
      durationMs,
      timeoutMs: 30_000,
      maxInFlight: simulation.maxInFlight ?? 100_000,
      moments: plannedMoments(steadyRate(rate, warmupMs + durationMs), arrivals, randomStream(1, 1)),
    },
    clock,
    launcher: simulatedService(clock, simulation.endOf),
    calls: [call],
    signal: controller.signal,
    judge: judgeAtOnce(({ failure }) => ({ outcome: failure ? 'aborted' : 'success', findings: [] })),
    onBad: () => undefined,
    onProgress: () => undefined,
  };
  return clock.run(measurePaced(options));
}

/** Done a millisecond after it is sent, but for a second in which everything stands still. */
const frozenFrom = (from: number) => (sentAt: number) =>
  sentAt >= from && sentAt < from + 1000 ? from + 1001 : sentAt + 1;

/** One queue, one worker. */
function queueOf(serviceMs: number) {
  let freeAt = 0;
  return (sentAt: number) => {
    freeAt = Math.max(freeAt, sentAt) + serviceMs;
    return freeAt;
  };
}

const within3Percent = (truth: number) => (value: number | undefined) =>
  Math.abs((value ?? Number.NaN) / truth - 1) <= 0.03;

describe('a server that stops completely for a second of six', () => {
  // A sixth of the arrivals waits for what is left of the second: latency x is exceeded by (1000 - x) / 6000 of all.
  test.each(Array.from({ length: 20 }, (_, run) => 500 + run * 211))('from %d ms on', async (from) => {
    const point = await simulate({ rate: 500, durationMs: 6000, endOf: frozenFrom(from) });
    expect(point.counts).toMatchObject({ sent: 3000, success: 3000 });
    expect(point.latencyMs?.p50).toSatisfy(within3Percent(1));
    expect(point.latencyMs?.p90).toSatisfy(within3Percent(401));
    expect(point.latencyMs?.p99).toSatisfy(within3Percent(941));
    expect(point.latencyMs?.max).toSatisfy(within3Percent(1001));
    expect(point.generator.sendLagP99Ms).toBeLessThan(0.01);
    expect(point).toMatchObject({ verdict: 'valid', overflow: 0 });
  });

  test('Poisson arrivals: what follows from their moments', async () => {
    const endOf = frozenFrom(2000);
    const point = await simulate({ rate: 500, arrivals: 'poisson', durationMs: 6000, endOf });
    const moments = [...plannedMoments(steadyRate(500, 6000), 'poisson', randomStream(1, 1))];
    const truth = moments.map((moment) => endOf(moment) - moment).sort((a, b) => a - b);
    const at = (share: number) => truth[Math.ceil(truth.length * share) - 1] ?? 0;
    expect(point.counts.sent).toBe(moments.length);
    expect(point.latencyMs?.p90).toSatisfy(within3Percent(at(0.9)));
    expect(point.latencyMs?.p99).toSatisfy(within3Percent(at(0.99)));
  });
});

test('a generator that stands still itself: latency counts from the planned moment, and the point says so', async () => {
  const clock = new SimulatedClock();
  clock.at(1000, () => clock.block(500));
  const point = await simulate({ rate: 100, durationMs: 2000, clock, endOf: (sentAt) => sentAt + 1 });
  expect(point.counts.sent).toBe(200);
  expect(point.latencyMs?.max).toSatisfy(within3Percent(501));
  expect(point.serviceLatencyMs?.max).toSatisfy(within3Percent(1));
  expect(point.generator.sendLagP99Ms).toBeGreaterThan(400);
  expect(point).toMatchObject({ verdict: 'generator-limited', why: expect.stringContaining('sent late') });
});

test('the warm-up is not counted, and the last requests of the window are waited for', async () => {
  const endOf = (sentAt: number) => sentAt + (sentAt < 1000 ? 900 : 50);
  const point = await simulate({ rate: 100, warmupMs: 1000, durationMs: 2000, endOf });
  expect(point.counts).toMatchObject({ sent: 200, success: 200 });
  expect(point.latencyMs?.max).toSatisfy(within3Percent(50));
  expect(point).toMatchObject({ offeredRate: 100, warmupMs: 1000, durationMs: 2000 });
});

describe('a warm-up that is found', () => {
  const found = { warmupMs: 10_000, findsWarmup: true, durationMs: 2000 };

  test.each([
    ['of a service that is warm', (sentAt: number) => sentAt + 20, 1000, 1100],
    [
      'of one that gets warm',
      (sentAt: number) => sentAt + 20 * (1 + 2 * Math.exp(-sentAt / 500)),
      2000,
      4000,
    ],
  ])(
    '%s: the window opens then, and what is planned for it is sent, to the unit',
    async (_whose, endOf, earliest, latest) => {
      const point = await simulate({ ...found, rate: 100, endOf });
      expect(point.warmupMs).toBeGreaterThanOrEqual(earliest);
      expect(point.warmupMs).toBeLessThanOrEqual(latest);
      expect(point.counts).toMatchObject({ sent: 200, success: 200 });
      expect(point).toMatchObject({ verdict: 'valid', overflow: 0 });
      expect(point.offeredRate).toBeCloseTo(100, 6);
      expect(point.durationMs).toBeCloseTo(2000, 6);
      expect(point.generator.littlesLawRatio).toBeCloseTo(1, 2);
    },
  );

  test('of a service that gets slower and slower: the longest, and the point says so', async () => {
    const endOf = (sentAt: number) => sentAt + 20 * (1 + sentAt / 2000);
    const point = await simulate({ ...found, rate: 100, endOf });
    expect(point).toMatchObject({ warmupMs: 10_000, verdict: 'not-steady', counts: { sent: 200 } });
    expect(point.why).toMatch(/^latency was \d+ % higher in the later half/);
  });

  test('Poisson arrivals that come in the window, and no others', async () => {
    const point = await simulate({
      ...found,
      rate: 500,
      arrivals: 'poisson',
      endOf: (sentAt) => sentAt + 20,
    });
    const moments = [...plannedMoments(steadyRate(500, 12_000), 'poisson', randomStream(1, 1))];
    const isInWindow = (moment: number) => moment >= point.warmupMs && moment < point.warmupMs + 2000;
    expect(point.counts.sent).toBe(moments.filter(isInWindow).length);
    expect(point.counts.success).toBe(point.counts.sent);
  });

  test('Ctrl-C ends it', async () => {
    const point = await simulate({ ...found, rate: 100, endOf: (sentAt) => sentAt + 20, stopAt: 500 });
    expect(point).toMatchObject({ durationMs: 0, verdict: 'failed', counts: { sent: 0, aborted: 0 } });
  });
});

test('what falls due while too many are under way is not sent, and counted apart', async () => {
  const point = await simulate({ rate: 100, durationMs: 2000, maxInFlight: 10, endOf: queueOf(20) });
  const { counts, overflow = 0 } = point;
  expect(counts.sent + overflow).toBe(200);
  expect(counts.success).toBe(counts.sent);
  expect(overflow).toBeGreaterThan(80);
  expect(point).toMatchObject({ offeredRate: 100, verdict: 'failed' });
  expect(point.why).toContain(`${overflow} of 200 planned requests were not sent`);
});

test('a rate that a service does not carry: its throughput is what it carries, and the point has failed', async () => {
  const point = await simulate({ rate: 200, durationMs: 10_000, endOf: queueOf(10) });
  expect(point.counts).toMatchObject({ sent: 2000, success: 2000 });
  expect(point.requestsPerSecond).toSatisfy(within3Percent(100));
  expect(point.devicesPerSecond).toSatisfy(within3Percent(1000));
  expect(point).toMatchObject({ verdict: 'failed', why: expect.stringContaining('does not keep up') });
});

test.each([
  ['in the window', 1500, 50],
  ['in the warm-up', 500, 0],
])('Ctrl-C %s ends it then, and the books close', async (_when, stopAt, sent) => {
  const endOf = (sentAt: number) => sentAt + 200;
  const point = await simulate({ rate: 100, warmupMs: 1000, durationMs: 2000, stopAt, endOf });
  const { success, aborted } = point.counts;
  expect([point.counts.sent, success + aborted]).toEqual([sent, sent]);
  expect(point.durationMs).toBe(Math.max(0, stopAt - 1000));
  expect(aborted).toBe(sent > 0 ? 20 : 0);
});

test('on a real service: the whole plan is sent, each answer is checked, the books close', async () => {
  const target = await openTarget({}, (account) => start({ account }));
  const launcher = openLauncher(new URL(target.url).origin, { timeoutMs: 5000 });
  const bad: Exchange[] = [];
  const point = await measurePaced({
    plan: {
      ...{ batchSize: 5, warmupMs: 100, durationMs: 400, timeoutMs: 5000, maxInFlight: 1000 },
      moments: plannedMoments(steadyRate(200, 500), 'constant', randomStream(1, 1)),
    },
    ...{ clock: realClock, launcher },
    calls: [1, 2].map((index) => callOf(target, drawBatch(target.pools, { own: 5 }, 1, index))),
    signal: new AbortController().signal,
    judge: judgeAtOnce((exchange) => judge(exchange, { tokenErrorStatus: 200, secrets: [] })),
    onBad: (exchange) => bad.push(exchange),
    onProgress: () => undefined,
  });
  await launcher.close();
  await target.close();
  expect(bad).toEqual([]);
  expect(point.counts).toMatchObject({ sent: 80, success: 80 });
  expect(point).toMatchObject({ offeredRate: 200, overflow: 0, codes: { 200: 80 }, statuses: { 200: 80 } });
  expect(point.latencyMs?.mean).toBeGreaterThanOrEqual(point.serviceLatencyMs?.mean ?? Number.NaN);
});
