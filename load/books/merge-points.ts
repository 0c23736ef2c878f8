import { goodOf } from '../../contracts/outcome.ts';
import { pointReason } from '../../contracts/point-reason.ts';
import type { Point } from '../../contracts/record.ts';
import { spreadVerdict } from '../../contracts/spread.ts';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';
import { leastSteady } from '../steadiness/steadiness.ts';
import { verdictOf } from '../verdict.ts';
import { mergeBooks, mergeLatencies, occurrences, total } from './merge-books.ts';

/** What one process measured of a point. */
export interface Share {
  readonly point: Point;
  /** The process ended before the point did: the books are what it last told. */
  readonly isLost?: boolean;
}

function spreadOf(shares: readonly Share[], startSkewMs: number): NonNullable<Point['processes']> {
  const each = shares.map(({ point: { counts, generator }, isLost }) => {
    const { cpu, loopDelayP99Ms, sendLagP99Ms } = generator;
    return {
      ...{ sent: counts.sent, cpu, loopDelayP99Ms },
      ...(sendLagP99Ms !== undefined && { sendLagP99Ms }),
      ...(isLost && { isLost }),
    };
  });
  return { startSkewMs, each };
}

/** By how much each process counts in what they all had under way: its connections, or, by Little's law, its requests. */
function weightOf({ connections, counts, serviceLatencyMs }: Point): number {
  return connections ?? counts.sent * (serviceLatencyMs?.mean ?? 0);
}

function littlesLawRatio(points: readonly Point[]): number | null {
  const known = points.filter(({ generator }) => generator.littlesLawRatio !== null);
  const weight = total(known.map(weightOf));
  if (weight === 0) return null;
  return total(known.map((point) => (point.generator.littlesLawRatio ?? 0) * weightOf(point))) / weight;
}

type Generator = Point['generator'];
type Figure = Exclude<keyof Generator, 'littlesLawRatio' | 'sendLagP99Ms'>;

/** How hard several processes worked: as the busiest, but for what is counted. */
const figures: Record<Figure, 'most' | 'sum'> = {
  ...{ cpu: 'most', loopBusy: 'most', loopDelayP99Ms: 'most', loopDelayMaxMs: 'most', gcShare: 'most' },
  ...{ stolenCores: 'most', heldBack: 'sum' },
};

function figureOf(points: readonly Point[], name: Figure): Partial<Generator> {
  const known = points.flatMap(({ generator }) => generator[name] ?? []);
  if (known.length === 0) return {};
  return { [name]: figures[name] === 'sum' ? total(known) : Math.max(...known) };
}

function lagsOf(points: readonly Point[]): LatencyHistogram {
  return LatencyHistogram.merged(points.flatMap(({ sendLagHistogram }) => sendLagHistogram ?? []));
}

function generatorOf(points: readonly Point[]): Generator {
  return {
    ...{ cpu: 0, loopDelayP99Ms: 0 },
    ...figureOf(points, 'cpu'),
    ...figureOf(points, 'loopBusy'),
    ...figureOf(points, 'loopDelayP99Ms'),
    ...figureOf(points, 'loopDelayMaxMs'),
    ...figureOf(points, 'gcShare'),
    ...figureOf(points, 'stolenCores'),
    ...figureOf(points, 'heldBack'),
    ...(points.some(isPaced) && { sendLagP99Ms: lagsOf(points).summaryMs()?.p99 ?? 0 }),
    littlesLawRatio: littlesLawRatio(points),
  };
}

function isPaced({ offeredRate }: Point): boolean {
  return offeredRate !== undefined;
}

function checkingOf(points: readonly Point[]): Pick<Point, 'checking'> {
  const known = points.flatMap(({ checking }) => checking ?? []);
  if (known.length === 0) return {};
  const sum = (name: keyof (typeof known)[number]) => total(known.map((checking) => checking[name]));
  return {
    checking: {
      repeated: sum('repeated'),
      handedOn: sum('handedOn'),
      here: sum('here'),
      backlogMax: Math.max(...known.map(({ backlogMax }) => backlogMax)),
      broken: sum('broken'),
    },
  };
}

/** What only one kind of loop has. */
function loopOf(points: readonly Point[], sent: number, windowMs: number): Partial<Point> {
  if (!points.some(isPaced)) return { connections: total(points.map(({ connections = 0 }) => connections)) };
  const service = mergeLatencies(points, 'serviceHistogram', 'serviceLatencyMs');
  const overflow = total(points.map((point) => point.overflow ?? 0));
  return {
    offeredRate: windowMs > 0 ? ((sent + overflow) * 1000) / windowMs : 0,
    overflow,
    backlog: total(points.map(({ backlog = 0 }) => backlog)),
    serviceLatencyMs: service.summaryMs(),
    serviceHistogram: service.encode(),
    sendLagHistogram: lagsOf(points).encode(),
  };
}

/** When windows that belong together opened, and for how long. An open loop cuts all of them by the same planned moments. */
function windowOf(points: readonly Point[]) {
  const starts = points.map(({ startedAt }) => Date.parse(startedAt));
  const startedAt = Math.min(...starts);
  const ends = points.map(({ durationMs }, i) =>
    points.some(isPaced) ? durationMs : (starts[i] ?? 0) - startedAt + durationMs,
  );
  return { startedAt, windowMs: Math.max(...ends), startSkewMs: Math.max(...starts) - startedAt };
}

/**
 * What several processes measured at the same time, as the point of one: counts, codes, bytes and histograms add up exactly,
 * and everything else follows from them. The window goes from the first that opened to the last that closed, so that no
 * rate is flattered.
 */
export function mergePoints(shares: readonly [Share, ...Share[]]): Point {
  const points = shares.map(({ point }) => point);
  const heard = shares.filter(({ isLost }) => !isLost).map(({ point }) => point);
  const { startedAt, windowMs, startSkewMs } = windowOf(heard.length > 0 ? heard : points);
  const [{ point: first }] = shares;
  const { batchSize, token, warmupMs } = first;
  const books = mergeBooks(points, startedAt);
  const perSecond = windowMs > 0 ? 1000 / windowMs : 0;
  const requests = occurrences(points, 'requestsPerSecond');
  const steadiness = leastSteady(points.map((point) => point.steadiness));
  const stopped = points.find(({ stoppedBy }) => stoppedBy)?.stoppedBy;
  const merged = {
    batchSize,
    ...(token && { token }),
    ...loopOf(points, books.counts.sent, windowMs),
    startedAt: new Date(startedAt).toISOString(),
    durationMs: windowMs,
    warmupMs,
    requestsPerSecond: requests * perSecond,
    devicesPerSecond: requests * batchSize * perSecond,
    bytesPerSecond: occurrences(points, 'bytesPerSecond') * perSecond,
    ...books,
    ...checkingOf(points),
    generator: generatorOf(points),
    ...(steadiness && { steadiness }),
    ...(stopped && { stoppedBy: stopped }),
    processes: spreadOf(shares, startSkewMs),
  };
  const good = goodOf(books.counts, token);
  const verdict = spreadVerdict({ ...merged, verdict: verdictOf(merged, good) });
  return { ...merged, verdict, why: pointReason({ ...merged, verdict }).en };
}
