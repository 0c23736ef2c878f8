import { expect, test } from 'vitest';
import type { Call } from '../../contracts/exchange.ts';
import { noOutcomes } from '../../contracts/outcome.ts';
import type { Point } from '../../contracts/record.ts';
import { randomStream } from '../../generators/random.ts';
import { judgeAtOnce } from '../judging/judge.ts';
import { measurePaced } from '../open/paced-point.ts';
import { plannedMoments, steadyRate } from '../open/rate-plan.ts';
import { dealt } from '../processes/share.ts';
import { SimulatedClock, simulatedService } from '../simulated.ts';
import { Books, type Entry } from './books.ts';
import { mergePoints } from './merge-points.ts';

const moment = Date.UTC(2026, 0, 1);
const generator = { cpu: 0.5, loopDelayP99Ms: 2, littlesLawRatio: 1 };

/** What a process of a closed loop says of these requests. */
function pointOf(entries: readonly Entry[], over: Partial<Point> = {}): Point {
  const books = new Books();
  for (const entry of entries) {
    books.open();
    books.close(entry);
  }
  const { durationMs = 2000 } = over;
  return {
    ...{ batchSize: 10, connections: 2, startedAt: new Date(moment).toISOString(), durationMs, warmupMs: 50 },
    ...books.summary(10, durationMs),
    ...{ generator, verdict: 'valid', why: '', ...over },
  };
}

/** Means of sums that were added in another order are the same but for the last digits. */
function rounded<T extends Pick<Point, 'timeline'>>(point: T) {
  const timeline = point.timeline.map((slice) => ({ ...slice, meanMs: slice.meanMs?.toFixed(6) }));
  return { ...point, timeline };
}

const startingAt = (ms: number) => ({ startedAt: new Date(moment + ms).toISOString() });

const entries = Array.from({ length: 5000 }, (_, i): Entry => {
  const about = { sentAtMs: i / 3, latencyMs: ((i * 7919) % 4999) / 13 + 0.25, bodyBytes: i % 7 };
  if (i % 200 === 199) return { ...about, outcome: 'tokenInvalid', code: 5032 };
  return { ...about, outcome: i % 2 === 0 ? 'success' : 'partial', code: 200 };
});

test.each([2, 3, 7])('books kept by %d processes add up to those of one, byte for byte', (processes) => {
  const part = (hand: number) => ({ point: pointOf(entries.filter((_, i) => i % processes === hand)) });
  const others = Array.from({ length: processes - 1 }, (_, i) => part(i + 1));
  const { processes: spread, ...merged } = mergePoints([part(0), ...others]);
  expect(rounded(merged)).toEqual(rounded(pointOf(entries, { connections: 2 * processes })));
  expect(spread?.each.map(({ sent }) => sent)).toEqual(
    [part(0), ...others].map(({ point }) => point.counts.sent),
  );
});

const answer: Entry = { outcome: 'success', code: 200, sentAtMs: 100, latencyMs: 5, bodyBytes: 1 };

test('nothing in any of them is nothing', () => {
  const nothing = { point: pointOf([]) };
  const merged = mergePoints([nothing, nothing]);
  expect(merged).toMatchObject({ latencyMs: null, requestsPerSecond: 0, timeline: [], verdict: 'failed' });
});

test('the window goes from the first that opened to the last that closed, its seconds by the clock', () => {
  const late = { point: pointOf([answer], startingAt(1100)) };
  const merged = mergePoints([late, { point: pointOf([answer]) }]);
  expect(merged).toMatchObject({ ...startingAt(0), durationMs: 3100, processes: { startSkewMs: 1100 } });
  expect(merged.requestsPerSecond).toBeCloseTo(2 / 3.1, 9);
  expect(merged.timeline).toEqual([
    { second: 0, answers: 1, good: 1, meanMs: 5 },
    { second: 1, answers: 1, good: 1, meanMs: 5 },
  ]);
});

test('a long window: slices of the longest there are, and refusals that must be are good', () => {
  const refused = { ...answer, outcome: 'tokenInvalid', code: 5032 } as const;
  const far = { ...refused, sentAtMs: 700_000, latencyMs: 7 };
  const over = { durationMs: 800_000, token: 'expired' } as const;
  const [short, long] = [pointOf([], over), pointOf([], over)];
  const books = [new Books('expired'), new Books('expired')];
  const [first, second] = books.map((one, i) => {
    for (const entry of i === 0 ? [refused] : [refused, far]) {
      one.open();
      one.close(entry);
    }
    return { point: { ...(i === 0 ? short : long), ...one.summary(10, 800_000) } };
  });
  if (!first || !second) throw new Error('two processes');
  const { timeline, timelineSeconds, token, verdict } = mergePoints([first, second]);
  expect([timelineSeconds, token, verdict]).toEqual([2, 'expired', 'valid']);
  expect(timeline[0]).toEqual({ second: 0, answers: 2, good: 2, meanMs: 5 });
  expect(timeline[350]).toEqual({ second: 700, answers: 1, good: 1, meanMs: 7 });
});

test.each([
  [250, 'valid', ''],
  [251, 'failed', 'the processes of the load generator started up to 251 ms apart'],
])('windows that open %d ms apart: %s', (skew, verdict, why) => {
  const merged = mergePoints([{ point: pointOf([answer]) }, { point: pointOf([answer], startingAt(skew)) }]);
  expect(merged).toMatchObject({ verdict, why: expect.stringContaining(why) });
});

test('the generator worked as hard as its busiest process; what was under way is that of all', () => {
  const busy = { cpu: 0.95, loopDelayP99Ms: 1, littlesLawRatio: 0.7 };
  const shares = [pointOf([answer]), pointOf([answer], { generator: busy, connections: 1 })] as const;
  const merged = mergePoints([{ point: shares[0] }, { point: shares[1] }]);
  expect(merged.generator).toMatchObject({ cpu: 0.95, loopDelayP99Ms: 2 });
  expect(merged.generator.littlesLawRatio).toBeCloseTo(0.9, 9);
  expect(merged.processes?.each).toMatchObject([{ cpu: 0.5 }, { cpu: 0.95 }]);
  expect(merged.verdict).toBe('generator-limited');
});

test('a process that was lost: what it last told counts, and the point has failed', () => {
  const counts = { sent: 5, ...noOutcomes, success: 3, aborted: 2 };
  const lost = pointOf([], { ...startingAt(900), durationMs: 100, counts, requestsPerSecond: 30 });
  const merged = mergePoints([{ point: pointOf([answer]) }, { point: lost, isLost: true }]);
  expect(merged.counts).toMatchObject({ sent: 6, success: 4, aborted: 2 });
  expect(merged).toMatchObject({
    requestsPerSecond: 2,
    verdict: 'failed',
    why: expect.stringContaining('1 of 2 processes of the load generator ended early'),
    processes: { startSkewMs: 0, each: [{ sent: 1 }, { sent: 5, isLost: true }] },
  });
});

const call: Call = {
  request: { method: 'POST', url: 'http://localhost/', headers: {}, body: Buffer.from('[]') },
  token: 'valid',
};

/** A process of an open loop, in virtual time, on a service that stops for a second. */
function paced(moments: Iterator<number, void>): Promise<Point> {
  const clock = new SimulatedClock();
  const endOf = (sentAt: number) => (sentAt >= 1000 && sentAt < 2000 ? 2001 : sentAt + 1);
  const plan = { batchSize: 10, warmupMs: 100, durationMs: 3000, timeoutMs: 30_000, maxInFlight: 10_000 };
  return clock.run(
    measurePaced({
      plan: { ...plan, moments },
      clock,
      launcher: simulatedService(clock, endOf),
      calls: [call],
      signal: new AbortController().signal,
      judge: judgeAtOnce(() => ({ outcome: 'success', findings: [] })),
      onBad: () => undefined,
      onProgress: () => undefined,
    }),
  );
}

test.each(['constant', 'poisson'] as const)(
  '%s arrivals, dealt to three processes, are the point of one',
  async (arrivals) => {
    const moments = () => plannedMoments(steadyRate(500, 3100), arrivals, randomStream(1, 1));
    const one = await paced(moments());
    const [first, ...others] = await Promise.all(dealt(moments(), 3).map((pile) => paced(pile.values())));
    if (!first) throw new Error('no process');
    const merged = mergePoints([{ point: first }, ...others.map((point) => ({ point }))]);
    const { processes, startedAt, generator, ...point } = merged;
    expect(rounded(one)).toMatchObject(rounded(point));
    expect(processes?.each).toHaveLength(3);
  },
);
