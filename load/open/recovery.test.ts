import { describe, expect, test } from 'vitest';
import type { Call, Exchange } from '../../contracts/exchange.ts';
import { randomStream } from '../../generators/random.ts';
import { judgeAtOnce } from '../judging/judge.ts';
import { asPhases } from '../scenarios/spike.ts';
import { SimulatedClock, simulatedService } from '../simulated.ts';
import { measureParts } from './paced-point.ts';
import { PacedWindow, type Timed } from './paced-window.ts';
import { type Arrivals, plannedMoments, rateOf } from './rate-plan.ts';
import { backAfterMs } from './recovery.ts';

/** A request each 10 ms, as slow as told. */
const seriesOf = (latencyOf: (plannedMs: number) => number, lengthMs = 10_000): Timed[] =>
  Array.from({ length: lengthMs / 10 }, (_, i) => ({ plannedMs: i * 10, latencyMs: latencyOf(i * 10) }));

describe('back after', () => {
  test.each([
    ['at once', () => 5, 0],
    ['when the queue is gone', (ms: number) => Math.max(5, 1000 - ms), 990],
    ['after answers that did not come', (ms: number) => (ms < 700 ? Number.POSITIVE_INFINITY : 5), 700],
    ['for good, not for a moment', (ms: number) => (ms < 1000 || (ms >= 2000 && ms < 3000) ? 50 : 5), 3000],
    ['although one of fifty is slow', (ms: number) => (ms < 1000 || ms % 500 === 0 ? 50 : 5), 1010],
    ['not, when one of five is slow', (ms: number) => (ms % 50 === 0 ? 50 : 5), undefined],
    ['not within the run', () => 50, undefined],
    ['not, when it does not last until the end', (ms: number) => (ms < 8500 ? 50 : 5), undefined],
  ])('%s', (_name, latencyOf, expected) => {
    expect(backAfterMs(seriesOf(latencyOf), 10, 10_000)).toBe(expected);
  });

  test('in whatever order answers came', () => {
    const series = seriesOf((ms) => (ms < 1000 ? 50 : 5));
    expect(backAfterMs(series.toReversed(), 10, 10_000)).toBe(1000);
  });

  test('not known of nothing', () => expect(backAfterMs([], 10, 10_000)).toBeUndefined());
});

const call: Call = {
  request: { method: 'POST', url: 'http://localhost/', headers: {}, body: Buffer.from('[]') },
  token: 'valid',
};

/** A spike on one queue with one worker, in virtual time. */
async function spikeOn(
  serviceMs: number,
  rates: { rate: number; peak: number },
  arrivals: Arrivals = 'constant',
) {
  const clock = new SimulatedClock();
  const { rate, peak } = rates;
  const schedule = rateOf([
    { from: rate, to: rate, durationMs: 5000 },
    { from: peak, to: peak, durationMs: 2000 },
    { from: rate, to: rate, durationMs: 10_000 },
  ]);
  let freeAt = 0;
  const endOf = (sentAt: number) => {
    freeAt = Math.max(freeAt, sentAt) + serviceMs;
    return freeAt;
  };
  const after = new PacedWindow(10_000, true);
  const windows = [new PacedWindow(5000), new PacedWindow(2000), after];
  const points = await clock.run(
    measureParts(
      {
        plan: {
          ...{ batchSize: 1, warmupMs: 0, timeoutMs: 30_000, maxInFlight: 100_000 },
          moments: plannedMoments(schedule, arrivals, randomStream(1, 1)),
        },
        ...{ clock, launcher: simulatedService(clock, endOf), calls: [call] },
        signal: new AbortController().signal,
        judge: judgeAtOnce(({ failure }: Exchange) => ({
          outcome: failure ? 'aborted' : 'success',
          findings: [],
        })),
        onBad: () => undefined,
        onProgress: () => undefined,
      },
      windows,
    ),
  );
  return asPhases(points, after);
}

describe('a spike in virtual time', () => {
  // 200/s more than the worker's 100/s for 2 s leave 200 waiting; at 50/s they are gone after 200 / (100 - 50) = 4 s.
  test('a queue that drains: the moment follows from the rates', async () => {
    const points = await spikeOn(10, { rate: 50, peak: 200 });
    expect(points.map(({ phase, offeredRate }) => [phase, offeredRate])).toEqual([
      ['before', 50],
      ['spike', 200],
      ['after', 50],
    ]);
    expect(points.map(({ verdict }) => verdict)).toEqual(['valid', 'failed', 'valid']);
    const { recovery } = points[2] ?? {};
    expect(recovery).toMatchObject({ limitMs: expect.closeTo(12.5, 1), heldMs: 2000, watchedMs: 10_000 });
    expect(Math.abs((recovery?.ms ?? 0) - 4000)).toBeLessThanOrEqual(40);
  });

  test('a queue that drains too slowly: not back', async () => {
    // 400 are left waiting, and go down by 5 a second.
    const [, , after] = await spikeOn(10, { rate: 95, peak: 300 });
    expect(after?.recovery?.ms).toBeNull();
  });

  test('a spike that is carried leaves no trace', async () => {
    const [, spike, after] = await spikeOn(2, { rate: 50, peak: 200 });
    expect(spike?.verdict).toBe('valid');
    expect(after?.recovery?.ms).toBe(0);
  });

  test('where the time before is not valid, there is nothing to recover to', async () => {
    const [before, , after] = await spikeOn(10, { rate: 150, peak: 200 });
    expect(before?.verdict).toBe('failed');
    expect(after).not.toHaveProperty('recovery');
  });
});
