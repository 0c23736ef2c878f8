import type { Call } from '../../contracts/exchange.ts';
import type { Point, SizeCapacity } from '../../contracts/record.ts';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';
import { randomStream } from '../../generators/random.ts';
import type { Harness } from '../harness.ts';
import { unmeasuredPoint } from '../in-turn.ts';
import { assess, type Objective } from '../objectives/objectives.ts';
import { type Arrivals, plannedMoments, rateOf } from '../open/rate-plan.ts';
import type { Watch } from '../scenarios/scenario.ts';
import { answerOf } from './answer.ts';
import { probeOf } from './judge-probe.ts';
import { maxProbes, nextAction, probed, rested, startOf } from './search.ts';
import { guessConnections, type SearchTimes, searchTimes } from './times.ts';

/** Time as a search needs it. */
export interface SearchClock {
  now(): number;
  /** Ends early when aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** What is asked of every batch size. */
export interface CapacityQuestion {
  readonly objectives: readonly Objective[];
  readonly arrivals: Arrivals;
  readonly maxRate: number;
  readonly timeoutMs: number;
}

export interface SizeSearch {
  readonly harness: Pick<
    Harness,
    'seed' | 'signal' | 'transport' | 'judge' | 'onBad' | 'callsOf' | 'closedPoint' | 'pacedPoint'
  >;
  readonly watch: Pick<Watch, 'onProgress' | 'onPoint'>;
  readonly clock: SearchClock;
  readonly question: CapacityQuestion;
  readonly batchSize: number;
  /** When the search has to be over. */
  readonly deadline: number;
  /** What the scenario has to do afterwards. */
  readonly msAfter: number;
  /** Where points go; probes tell which of them is theirs. */
  readonly points: Point[];
}

/** Requests under way beyond those of so many seconds say only what is known then: the service does not keep up. */
const mostInFlight = { seconds: 0.5, atLeast: 64, atMost: 10_000 };

/** The latencies that objectives allow, in milliseconds. */
function latencyLimits(objectives: readonly Objective[]): number[] {
  return objectives
    .filter(({ metric }) => metric.kind === 'time')
    .map(({ value, scale }) => value / scale)
    .filter((ms) => ms > 0);
}

function maxInFlightAt(rate: number, objectives: readonly Objective[]): number {
  const longestMs = Math.max(0, ...latencyLimits(objectives));
  const seconds = Math.max(mostInFlight.seconds, (2 * longestMs) / 1000);
  const { atLeast, atMost } = mostInFlight;
  return Math.min(atMost, Math.max(atLeast, Math.ceil(rate * seconds)));
}

/** The longest that is left, for whoever watches. */
function msLeftOf({ deadline, clock, msAfter }: SizeSearch): number {
  return Math.max(0, deadline - clock.now()) + msAfter;
}

function keep({ points, watch }: SizeSearch, point: Point): Point {
  points.push(point);
  watch.onPoint(point);
  return point;
}

/** What closed loops carry: with too few connections a service idles, with too many it may slow down. */
async function guess(
  search: SizeSearch,
  calls: readonly Call[],
  { guessMs, pauseMs }: SearchTimes,
): Promise<number> {
  const { harness, clock, question, batchSize, watch } = search;
  let most = 0;
  for (const connections of guessConnections) {
    const plan = {
      batchSize,
      connections,
      durationMs: guessMs,
      warmupMs: guessMs / 2,
      timeoutMs: question.timeoutMs,
    };
    const progress = { batchSize, point: 0, points: maxProbes };
    const point = await harness.closedPoint(plan, calls, (counts) =>
      watch.onProgress({ ...progress, counts, msLeft: msLeftOf(search) }),
    );
    keep(search, point);
    most = Math.max(most, point.requestsPerSecond);
    if (harness.signal.aborted) break;
    await clock.sleep(pauseMs, harness.signal);
  }
  return most > 0 ? most : 1;
}

/** Searches for the highest rate of one batch size; its points are added to `points`. */
export async function searchSize(search: SizeSearch): Promise<SizeCapacity> {
  const { harness, clock, question, batchSize, deadline, points, watch } = search;
  const { seed, signal } = harness;
  const { objectives, arrivals, maxRate } = question;
  const calls = harness.callsOf(batchSize);
  const [first] = calls;
  const unmeasured = first && (await unmeasuredPoint(harness, { batchSize }, first));
  if (unmeasured) {
    keep(search, unmeasured);
    return { batchSize, limitedBy: signal.aborted ? 'interrupted' : 'refused', probes: [] };
  }
  const times = searchTimes(deadline - clock.now());
  const { warmupMs } = times;
  const recorded: SizeCapacity['probes'][number][] = [];
  let state = startOf({ ...times, startRate: await guess(search, calls, times), maxRate });
  while (!signal.aborted) {
    const action = nextAction(state, deadline - clock.now() - warmupMs);
    if (action.kind === 'done') break;
    if (action.kind === 'pause') {
      await clock.sleep(action.durationMs, signal);
      state = rested(state);
      continue;
    }
    const { rate, durationMs, isConfirmation } = action;
    const number = state.probes.length + 1;
    const stream = randomStream(seed, batchSize * 100 + number);
    const schedule = rateOf([
      { from: 0, to: rate, durationMs: warmupMs },
      { from: rate, to: rate, durationMs },
    ]);
    const moments = plannedMoments(schedule, arrivals, stream);
    const maxInFlight = maxInFlightAt(rate, objectives);
    const limits = latencyLimits(objectives);
    const plan = {
      ...{ batchSize, warmupMs, durationMs, timeoutMs: question.timeoutMs, maxInFlight, moments },
      objectiveMs: limits.length > 0 ? Math.min(...limits) : undefined,
    };
    const point = await harness.pacedPoint(plan, calls, (counts) =>
      watch.onProgress({
        ...{ batchSize, rate, point: number, points: maxProbes, counts },
        msLeft: msLeftOf(search),
      }),
    );
    keep(search, point);
    // A window that was cut short has nothing to say.
    if (signal.aborted) break;
    const { deviationMs } = new LatencyHistogram(point.histogram);
    const probe = probeOf({ ...point, deviationMs }, objectives, { rate, isConfirmation, arrivals });
    recorded.push({
      ...{ point: points.length - 1, rate, isConfirmation, finding: probe.finding },
      objectives: objectives.map((objective) => assess(objective, point)),
    });
    state = probed(state, probe);
  }
  const { rate, interval, limitedBy: limit } = answerOf(state);
  const ranOut = rate === maxRate ? 'maxRate' : 'budget';
  return {
    batchSize,
    ...(rate !== undefined && { requestsPerSecond: rate, devicesPerSecond: rate * batchSize }),
    ...(interval && { interval }),
    limitedBy: signal.aborted ? 'interrupted' : limit === 'plan' ? ranOut : limit,
    probes: recorded,
  };
}
