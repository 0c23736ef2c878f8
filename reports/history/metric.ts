import type { Point } from '../../contracts/record.ts';

/** What is followed over the runs: in which unit, and which way is better. */
interface MetricEntry {
  readonly unit: 'devicesPerSecond' | 'requestsPerSecond' | 'ms' | 'seconds' | 'percent' | 'count';
  readonly better: 'higher' | 'lower';
}

/** In the order of the page. The first that a series of runs has is the one that its sentence speaks of first. */
export const metrics = {
  capacity: { unit: 'devicesPerSecond', better: 'higher' },
  best: { unit: 'devicesPerSecond', better: 'higher' },
  devices: { unit: 'devicesPerSecond', better: 'higher' },
  p50: { unit: 'ms', better: 'lower' },
  p95: { unit: 'ms', better: 'lower' },
  p99: { unit: 'ms', better: 'lower' },
  recovery: { unit: 'seconds', better: 'lower' },
  fixedMs: { unit: 'ms', better: 'lower' },
  perDeviceMs: { unit: 'ms', better: 'lower' },
  peak: { unit: 'requestsPerSecond', better: 'higher' },
  failedCases: { unit: 'count', better: 'lower' },
  findings: { unit: 'count', better: 'lower' },
  coverage: { unit: 'percent', better: 'higher' },
  missedFaults: { unit: 'count', better: 'lower' },
  duration: { unit: 'seconds', better: 'lower' },
} as const satisfies Record<string, MetricEntry>;

export type MetricName = keyof typeof metrics;

/** A metric of a run, or of a part of it. */
export interface Metric {
  readonly name: MetricName;
  readonly batchSize?: number;
  readonly token?: NonNullable<Point['token']>;
  readonly phase?: NonNullable<Point['phase']>;
  /** A rule of the contract, or a machine, by its own name. */
  readonly of?: string;
}

/** Two readings are of one series when this is the same. */
export function keyOf({ name, batchSize, token, phase, of }: Metric): string {
  return JSON.stringify([name, batchSize, token, phase, of]);
}

const names = Object.keys(metrics);

const ofSizes: readonly MetricName[] = ['devices', 'p50', 'p95', 'p99', 'recovery'];

/** The batch size beside whose other figures a metric stands; none where it stands for the whole of a run. */
export function rowOf({ name, batchSize }: Metric): number | undefined {
  return ofSizes.includes(name) ? batchSize : undefined;
}

/** The order of the page: what stands for the whole first, batch sizes from small to large. */
export function byPlace(a: Metric, b: Metric): number {
  const place = ({ name }: Metric) => names.indexOf(name);
  const block = (metric: Metric) =>
    ofSizes.includes(metric.name) ? names.indexOf('devices') : place(metric);
  return block(a) - block(b) || (a.batchSize ?? 0) - (b.batchSize ?? 0) || place(a) - place(b);
}
