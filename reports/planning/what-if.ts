import { trustedFactor } from '../../contracts/statistics/extrapolation.ts';
import { wholeDown, wholeMonths, wholeUp } from './whole.ts';

/** What one replica carries at a batch size, as it was measured: the lower end of the 95 % interval. */
export interface SizeRate {
  readonly batchSize: number;
  readonly requestsPerSecond: number;
  /** How long an answer took at that rate: 99 of 100 are not slower. */
  readonly answerMs: number;
  /** The rate was confirmed by a long probe, and not only seen in a short one. */
  readonly isConfirmed: boolean;
}

/** What was measured under one objective, by batch size from small to large. */
export interface Rates {
  readonly objective: string;
  readonly sizes: readonly SizeRate[];
  /** The smallest batch size that the service refuses. */
  readonly refusedFrom?: number;
}

/** What somebody wants to know. */
export interface Question {
  readonly devices: number;
  readonly deadlineMs: number;
  /** The best one, where nothing is said. */
  readonly batchSize?: number;
  /** The share of what a replica carries that it is given; the rest is head-room. */
  readonly utilisation: number;
  /** Replicas that may fail without the deadline being missed. */
  readonly spare: number;
  /** Of the devices, a month: 0.05 for 5 %. */
  readonly growth: number;
}

export interface Plan {
  readonly batchSize: number;
  readonly requests: number;
  /** Devices in the last request. */
  readonly lastBatch: number;
  /** What the replicas that are needed do together. */
  readonly requestsPerSecond: number;
  readonly devicesPerSecond: number;
  /** That are needed; the spare ones come on top. */
  readonly replicas: number;
  readonly takesMs: number;
  /** The rate with which the last answer comes just in time. */
  readonly leastRequestsPerSecond: number;
  /** Whole months for which as many replicas do; nothing without growth. */
  readonly months?: number;
  /** The batch size was not measured itself, but others near it. */
  readonly isBetween: boolean;
  readonly isConfirmed: boolean;
}

/** Why there is no plan. */
export type Refusal =
  | { readonly refusal: 'question' }
  | { readonly refusal: 'nothingMeasured' }
  | { readonly refusal: 'deadline'; readonly answerMs: number }
  | { readonly refusal: 'batchSizeRefused'; readonly from: number }
  | { readonly refusal: 'extrapolation'; readonly from: number; readonly to: number };

function isAskable({ devices, deadlineMs, batchSize = 1, utilisation, spare, growth }: Question): boolean {
  const counts = [devices, batchSize].every((count) => Number.isSafeInteger(count) && count >= 1);
  const isShare = utilisation > 0 && utilisation <= 1;
  return (
    counts &&
    isShare &&
    deadlineMs > 0 &&
    Number.isSafeInteger(spare) &&
    spare >= 0 &&
    growth >= 0 &&
    growth <= 10
  );
}

/**
 * What a replica carries at a batch size N between or near those that were measured.
 * Between two of them the time of a request, 1 / rate, grows in a straight line with N: T(N) = fixed + perDevice × N.
 * Above the largest one, the devices per second are taken to stay what they are there: more would be a hope.
 * Below the smallest one, a request is taken to be no cheaper than there.
 */
function rateAt(sizes: readonly SizeRate[], batchSize: number): SizeRate | undefined {
  const below = sizes.findLast((size) => size.batchSize <= batchSize);
  const above = sizes.find((size) => size.batchSize >= batchSize);
  const only = below ?? above;
  if (!only) return undefined;
  if (!below || !above || below === above) {
    const factor = below ? batchSize / only.batchSize : 1;
    const { requestsPerSecond, answerMs, isConfirmed } = only;
    return {
      ...{ batchSize, isConfirmed },
      requestsPerSecond: requestsPerSecond / factor,
      answerMs: answerMs * factor,
    };
  }
  const share = (batchSize - below.batchSize) / (above.batchSize - below.batchSize);
  const along = (from: number, to: number) => from + (to - from) * share;
  return {
    batchSize,
    requestsPerSecond: 1 / along(1 / below.requestsPerSecond, 1 / above.requestsPerSecond),
    answerMs: along(below.answerMs, above.answerMs),
    isConfirmed: below.isConfirmed && above.isConfirmed,
  };
}

/** Seconds in which requests may leave: the last answer has to be there in time. */
function sendingSeconds({ deadlineMs }: Question, { answerMs }: SizeRate): number {
  return (deadlineMs - answerMs) / 1000;
}

/** The fewest replicas that meet the deadline with batches of a size; infinite where none do. */
function replicasFor(question: Question, size: SizeRate): number {
  const { devices, utilisation } = question;
  const seconds = sendingSeconds(question, size);
  const gaps = Math.ceil(devices / size.batchSize) - 1;
  if (seconds < 0 || (seconds === 0 && gaps > 0)) return Number.POSITIVE_INFINITY;
  if (gaps === 0) return 1;
  return Math.max(1, wholeUp(gaps / (size.requestsPerSecond * utilisation * seconds)));
}

/** The most devices that as many replicas reset within the deadline with batches of a size. */
function mostDevices(question: Question, size: SizeRate, replicas: number): number {
  const seconds = sendingSeconds(question, size);
  if (seconds < 0) return 0;
  const perSecond = replicas * size.requestsPerSecond * question.utilisation;
  return size.batchSize * (wholeDown(perSecond * seconds) + 1);
}

function planWith(question: Question, size: SizeRate, isBetween: boolean): Plan {
  const { devices, utilisation } = question;
  const replicas = replicasFor(question, size);
  const requests = Math.ceil(devices / size.batchSize);
  const requestsPerSecond = replicas * size.requestsPerSecond * utilisation;
  const batchSize = Math.min(size.batchSize, devices);
  return {
    ...{ batchSize, requests, replicas, requestsPerSecond, isBetween, isConfirmed: size.isConfirmed },
    lastBatch: devices - (requests - 1) * size.batchSize,
    devicesPerSecond: requestsPerSecond * batchSize,
    takesMs: ((requests - 1) / requestsPerSecond) * 1000 + size.answerMs,
    leastRequestsPerSecond: requests > 1 ? (requests - 1) / sendingSeconds(question, size) : 0,
  };
}

/** The sizes that come into question, or why none does. */
function candidates({ sizes, refusedFrom }: Rates, { batchSize }: Question): readonly SizeRate[] | Refusal {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (!first || !last) return { refusal: 'nothingMeasured' };
  if (batchSize === undefined) return sizes;
  if (refusedFrom !== undefined && batchSize >= refusedFrom)
    return { refusal: 'batchSizeRefused', from: refusedFrom };
  const from = Math.ceil(first.batchSize / trustedFactor);
  const to = Math.floor(last.batchSize * trustedFactor);
  if (batchSize < from || batchSize > to) return { refusal: 'extrapolation', from, to };
  const size = rateAt(sizes, batchSize);
  return size ? [size] : { refusal: 'nothingMeasured' };
}

/**
 * What it takes to reset so many devices within a deadline.
 *
 * A replica is given `utilisation` of the rate it was measured to carry: of the lower end of its 95 % interval, the safe
 * answer. Below what it carries no queue grows, so that what a request waits is in the latency that was measured there,
 * and in no other term; a request is as dear as a full one, the last and partial one too.
 *
 *     requests   = ⌈devices / batch size⌉
 *     takes      = (requests - 1) / (replicas × utilisation × rate) + answer        (sent evenly, the first at once)
 *     replicas   = ⌈(requests - 1) / (utilisation × rate × (deadline - answer))⌉, at least 1
 *     months     = ⌊ln(most devices within the deadline / devices) / ln(1 + growth)⌋
 *
 * Of the batch sizes it takes the one that needs the fewest replicas, then the one that is done first. Replicas are taken
 * to share nothing: so many carry so many times what one does. A batch size beyond 1.5 × the range that was measured gets
 * no answer.
 */
export function whatIf(rates: Rates, question: Question): Plan | Refusal {
  if (!isAskable(question)) return { refusal: 'question' };
  const sizes = candidates(rates, question);
  if ('refusal' in sizes) return sizes;
  const possible = sizes.filter((size) => Number.isFinite(replicasFor(question, size)));
  const isBetween = !sizes.every(({ batchSize }) =>
    rates.sizes.some((measured) => measured.batchSize === batchSize),
  );
  const [best] = possible
    .map((size) => planWith(question, size, isBetween))
    .toSorted((a, b) => a.replicas - b.replicas || a.takesMs - b.takesMs || a.batchSize - b.batchSize);
  if (!best) return { refusal: 'deadline', answerMs: Math.min(...sizes.map(({ answerMs }) => answerMs)) };
  const most = Math.max(...sizes.map((size) => mostDevices(question, size, best.replicas)));
  const months = wholeMonths(question.devices, most, question.growth);
  return { ...best, ...(months !== undefined && { months }) };
}
