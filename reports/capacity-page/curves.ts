import { grouped } from '../../contracts/grouped.ts';
import type { LoadRecord, Point, SizeCapacity } from '../../contracts/record.ts';
import { kneeOf } from '../../contracts/statistics/knee.ts';
import { median } from '../../contracts/statistics/quantile.ts';
import type { Sample } from '../../contracts/statistics/sample.ts';
import { isPaced } from '../model.ts';

export type Probe = SizeCapacity['probes'][number];

/** A point at its place on a load-latency curve. */
export interface Dot {
  readonly point: Point & { readonly latencyMs: NonNullable<Point['latencyMs']> };
  /** Requests per second: planned, or, in a closed loop, which has no plan, achieved. */
  readonly rate: number;
  /** What a search for the capacity made of it. */
  readonly probe?: Probe;
}

/** How latency grows with the rate, at one batch size. */
export interface Curve {
  readonly batchSize: number;
  /** By rate. */
  readonly dots: readonly Dot[];
  /** Latencies count from the planned moment. */
  readonly isPaced: boolean;
  readonly lastGood?: Dot | undefined;
  readonly firstBad?: Dot | undefined;
  /** Where the 99th percentile bends, by Kneedle; no capacity. */
  readonly knee?: number | undefined;
  /** The shortest latency that is demanded. */
  readonly objectiveMs?: number | undefined;
}

/** Fewer have no shape; but every probe of a search is shown. */
const minDots = 3;

/** From the least latency to the most, where a bend is more than noise. */
const minRise = 1.5;

function isGood({ point, probe }: Dot): boolean {
  return probe ? probe.finding === 'good' : point.verdict === 'valid';
}

function isBad({ point, probe }: Dot): boolean {
  if (probe) return probe.finding === 'service' || probe.finding === 'objective';
  return point.verdict === 'failed' || point.verdict === 'not-steady';
}

/** The highest rate that was good and the lowest beyond it that was not; confirmations count before looks. */
function edgeOf(dots: readonly Dot[]): Pick<Curve, 'lastGood' | 'firstBad'> {
  const confirmed = dots.filter(({ probe }) => probe?.isConfirmation);
  const lastGood = confirmed.findLast(isGood) ?? dots.findLast(isGood);
  const isBeyond = (dot: Dot) => isBad(dot) && dot.rate > (lastGood?.rate ?? 0);
  return { lastGood, firstBad: confirmed.find(isBeyond) ?? dots.find(isBeyond) };
}

/** A percentile over the rate, each rate once; what the generator limited says nothing of the service. */
export function trendOf(dots: readonly Dot[], percentile: 'p50' | 'p99'): Sample[] {
  const ofService = dots.filter(({ point }) => point.verdict !== 'generator-limited');
  // A window cuts its plan to whole requests: rates that were one differ by little.
  return [...grouped(ofService, ({ rate }) => Number(rate.toPrecision(3)))].map(([x, some]) => ({
    x,
    y: median(some.map(({ point }) => point.latencyMs[percentile])),
  }));
}

/** Where the curve bends; one that hardly rises bends by chance. */
function kneeOfTrend(trend: readonly Sample[]): number | undefined {
  const values = trend.map(({ y }) => y);
  return Math.max(...values) > minRise * Math.min(...values) ? kneeOf(trend, 'rises') : undefined;
}

function dotOf(point: Point, probe: Probe | undefined): Dot[] {
  const { latencyMs, offeredRate: rate = point.requestsPerSecond } = point;
  return latencyMs ? [{ point: { ...point, latencyMs }, rate, ...(probe && { probe }) }] : [];
}

/**
 * A curve for each batch size that was measured at several rates. Where some points have a plan, those without, which only
 * looked for where to begin, are left out. The parts of a spike are no rates that were held.
 */
export function curvesOf({ points, capacity }: Pick<LoadRecord, 'points' | 'capacity'>): Curve[] {
  const probes = new Map(
    capacity?.perSize.flatMap(({ probes }) => probes.map((probe) => [probe.point, probe])),
  );
  const all = points.flatMap((point, i) => (point.phase || point.token ? [] : dotOf(point, probes.get(i))));
  const paced = all.filter(({ point }) => isPaced(point));
  return [...grouped(paced.length > 0 ? paced : all, ({ point }) => point.batchSize)]
    .filter(([, dots]) => dots.length >= minDots || dots.some(({ probe }) => probe))
    .map(([batchSize, some]) => {
      const dots = some.toSorted((a, b) => a.rate - b.rate);
      return {
        batchSize,
        dots,
        isPaced: paced.length > 0,
        ...(paced.length > 0 && edgeOf(dots)),
        knee: kneeOfTrend(trendOf(dots, 'p99')),
        objectiveMs: dots[0]?.point.objectiveMs,
      };
    });
}
