import { goodOutcomes, type Outcome, outcomes } from '../../contracts/outcome.ts';
import type { Point } from '../../contracts/record.ts';

/** What is known of a point, or of one that is still under way. */
export type Measured = Partial<
  Pick<
    Point,
    | 'counts'
    | 'token'
    | 'overflow'
    | 'latencyMs'
    | 'serviceLatencyMs'
    | 'requestsPerSecond'
    | 'devicesPerSecond'
    | 'generator'
  >
>;

/** The units that values of a kind are written in: how many of them the metric's own is. */
export const unitsOf = {
  time: { ms: 1, s: 0.001, us: 1000, µs: 1000 },
  rate: { '': 1, '/s': 1 },
  share: { '%': 100 },
  // In percent: of `among`.
  count: { '': 1, '%': 100 },
} as const satisfies Record<string, Readonly<Record<string, number>>>;

/** A number that a point has; `undefined` where it is not known, as the latency where nothing was answered. */
export interface Metric {
  readonly kind: keyof typeof unitsOf;
  /** In milliseconds, per second, as a share of 1, or as a count. */
  of(point: Measured): number | undefined;
  /** What a count is a share of. */
  among?(point: Measured): number | undefined;
}

const latencies = ['p50', 'p90', 'p95', 'p99', 'p999', 'max', 'mean'] as const;

/** Requests that ended by themselves. */
function ended({ counts }: Measured): number | undefined {
  return counts && counts.sent - counts.aborted;
}

/** Those that did not do the job: a refusal does, where the token must be refused. */
function errorsOf({ counts, token }: Measured): number | undefined {
  const good = goodOutcomes(token);
  const bad = outcomes.filter((outcome) => outcome !== 'aborted' && !good.has(outcome));
  return counts && bad.reduce((sum, outcome) => sum + counts[outcome], 0);
}

function countOf(...counted: readonly Outcome[]): Metric {
  const of = ({ counts }: Measured) => counts && counted.reduce((sum, outcome) => sum + counts[outcome], 0);
  return { kind: 'count', of, among: ended };
}

function serviceName(latency: string): string {
  return `service${latency.charAt(0).toUpperCase()}${latency.slice(1)}`;
}

/** Every number that an objective may be about, by the name it is written with. */
export const metrics: ReadonlyMap<string, Metric> = new Map<string, Metric>([
  ...latencies.map((name): [string, Metric] => [
    name,
    { kind: 'time', of: ({ latencyMs }) => latencyMs?.[name] },
  ]),
  ...latencies.map((name): [string, Metric] => [
    serviceName(name),
    { kind: 'time', of: ({ serviceLatencyMs }) => serviceLatencyMs?.[name] },
  ]),
  ['requestsPerSecond', { kind: 'rate', of: ({ requestsPerSecond }) => requestsPerSecond }],
  ['devicesPerSecond', { kind: 'rate', of: ({ devicesPerSecond }) => devicesPerSecond }],
  ['errors', { ...countOf(), of: errorsOf }],
  ['violations', countOf('contractViolation')],
  ['tokenInvalid', countOf('tokenInvalid')],
  ['tokenMissing', countOf('tokenMissing')],
  ['otherCodes', countOf('otherCode')],
  ['httpErrors', countOf('httpError')],
  ['socketErrors', countOf('socketError')],
  ['timeouts', countOf('timeout')],
  ['success', countOf('success')],
  ['partial', countOf('partial')],
  ['allFailed', countOf('allFailed')],
  ['sent', { ...countOf(), of: ({ counts }) => counts?.sent }],
  [
    'overflow',
    {
      kind: 'count',
      // A closed loop plans nothing, so it leaves nothing out.
      of: ({ counts, overflow }) => overflow ?? (counts && 0),
      among: ({ counts, overflow = 0 }) => counts && counts.sent + overflow,
    },
  ],
  ['sendLag', { kind: 'time', of: ({ generator }) => generator?.sendLagP99Ms }],
  ['loopDelay', { kind: 'time', of: ({ generator }) => generator?.loopDelayP99Ms }],
  ['cpu', { kind: 'share', of: ({ generator }) => generator?.cpu }],
]);
