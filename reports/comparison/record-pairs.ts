import type { CostModel, LoadRecord, Point, SizeCapacity } from '../../contracts/record.ts';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';
import { percentileInterval } from '../../contracts/statistics/percentile-interval.ts';
import { studentBound } from '../../contracts/statistics/student.ts';
import { throughputInterval } from '../../contracts/statistics/throughput-interval.ts';
import type { Estimate } from './change.ts';
import { type Load, type Pair, percentileNames, percentiles } from './figure.ts';

/** A figure with its 95 % interval. */
interface Measured {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high?: number } | undefined;
  /** Of the interval: as many as makes it normal, where nothing is said. */
  readonly degrees?: number;
}

const manyDegrees = 1000;

/** The standard error of a figure's logarithm, from the wider side of its interval. */
function logError({ value, interval, degrees = manyDegrees }: Measured): number | undefined {
  const { low = 0, high } = interval ?? {};
  if (high === undefined || low <= 0 || value <= 0) return undefined;
  const reach = Math.max(Math.log(high / value), Math.log(value / low));
  return reach / studentBound(degrees);
}

/** What two figures that were measured apart say of the change; the fewer degrees count. */
function estimateOf(base: Measured, head: Measured, effect?: number): Estimate | undefined {
  const [was, is] = [logError(base), logError(head)];
  if (was === undefined || is === undefined) return undefined;
  return {
    log: Math.log(head.value / base.value),
    error: Math.hypot(was, is),
    degrees: Math.min(base.degrees ?? manyDegrees, head.degrees ?? manyDegrees),
    ...(effect !== undefined && Number.isFinite(effect) && { effect }),
  };
}

/** The standard deviation of good answers per second, from slice to slice. */
function sliceDeviation({ timeline, timelineSeconds = 1 }: Point): number {
  const rates = timeline.slice(0, -1).map(({ good }) => good / timelineSeconds);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  return Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (rates.length - 1));
}

function loadOf({ batchSize, connections, token, offeredRate }: Point): Load {
  return {
    batchSize,
    ...(connections !== undefined && { connections }),
    ...(token && { token }),
    ...(offeredRate !== undefined && { rate: offeredRate }),
  };
}

/** The figures of one load that both sides measured. The effect is Glass's Δ: the change in standard deviations of base. */
function pairsOfPoint(base: Point, head: Point): Pair[] {
  const degrees = Math.max(1, Math.min(base.timeline.length, head.timeline.length) - 1);
  const load = loadOf(base);
  const rated = (point: Point): Measured => ({
    value: point.requestsPerSecond,
    interval: throughputInterval(point),
    degrees,
  });
  const rateEffect = (head.requestsPerSecond - base.requestsPerSecond) / sliceDeviation(base);
  const throughput: Pair = {
    ...{ load, metric: 'throughput', base: base.devicesPerSecond, head: head.devicesPerSecond },
    estimate: estimateOf(rated(base), rated(head), rateEffect),
  };
  const { deviationMs } = new LatencyHistogram(base.histogram);
  const latencies = percentileNames.map((metric): Pair => {
    const timed = (point: Point): Measured => ({
      value: point.latencyMs?.[metric] ?? 0,
      interval: percentileInterval(point, percentiles[metric]),
      degrees,
    });
    const [was, is] = [timed(base), timed(head)];
    return {
      ...{ load, metric, base: base.latencyMs?.[metric], head: head.latencyMs?.[metric] },
      estimate: estimateOf(was, is, (is.value - was.value) / deviationMs),
    };
  });
  return [throughput, ...latencies];
}

/** Points of the same load, in the order in which each side measured them. */
function pairedPoints(base: LoadRecord, head: LoadRecord): (readonly [Point, Point])[] {
  const left = [...head.points];
  const key = ({ batchSize, connections, token, phase }: Point) =>
    [batchSize, connections, token, phase].join(' ');
  return base.points.flatMap((point) => {
    const place = left.findIndex((other) => key(other) === key(point));
    const [other] = place < 0 ? [] : left.splice(place, 1);
    return other ? [[point, other] as const] : [];
  });
}

function capacityPair(base: SizeCapacity, head: SizeCapacity | undefined): Pair {
  const measured = ({ requestsPerSecond = 0, interval }: SizeCapacity): Measured => ({
    value: requestsPerSecond,
    interval,
  });
  return {
    ...{ load: { batchSize: base.batchSize }, metric: 'capacity' },
    ...{ base: base.devicesPerSecond, head: head?.devicesPerSecond },
    estimate: head && estimateOf(measured(base), measured(head)),
  };
}

function costPairs(base: CostModel, head: CostModel): Pair[] {
  return (['fixedMs', 'perDeviceMs'] as const).map((metric) => {
    const measured = (cost: CostModel): Measured => ({
      value: cost[metric],
      interval: cost.interval[metric],
    });
    const estimate = estimateOf(measured(base), measured(head));
    return { load: {}, metric, base: base[metric], head: head[metric], estimate };
  });
}

/** The figures of two records. The probes of a search lie elsewhere each time: what it found is compared. */
export function recordPairs(base: LoadRecord, head: LoadRecord): Pair[] {
  const costs = base.cost && head.cost ? costPairs(base.cost, head.cost) : [];
  if (!base.capacity) return [...pairedPoints(base, head).flatMap((pair) => pairsOfPoint(...pair)), ...costs];
  const sizes = base.capacity.perSize.map((size) =>
    capacityPair(
      size,
      head.capacity?.perSize.find(({ batchSize }) => batchSize === size.batchSize),
    ),
  );
  return [...sizes, ...costs];
}
