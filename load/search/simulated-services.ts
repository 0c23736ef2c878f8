import { exponential, type RandomStream } from '../../generators/random.ts';
import { normal } from '../models/simulated.ts';
import type { Arrivals } from '../open/rate-plan.ts';
import { overload, queue, type Service, uneven } from './simulated-window.ts';

/** A service with the highest rate that holds an objective, by a formula that knows nothing of the simulation. */
export interface KnownService {
  readonly family: string;
  readonly name: string;
  readonly objectives: string;
  readonly arrivals: Arrivals;
  /** Squares of the coefficients of variation of arrivals and work, together. */
  readonly noise: number;
  /** What it carries at most, in requests per second. */
  readonly carries: number;
  readonly truth: number;
  make(stream: RandomStream): Service;
}

/** The largest x up to `high` for which something still holds. */
function largest(holds: (x: number) => boolean, high: number): number {
  let [from, to] = [0, high];
  for (let i = 0; i < 60; i++) {
    const middle = (from + to) / 2;
    if (holds(middle)) from = middle;
    else to = middle;
  }
  return from;
}

/** P(T > t) in M/M/c, first in, first out (Erlang's C; Kleinrock, Queueing Systems I, 1975). Rates per millisecond. */
function lateInMMc(arrivals: number, work: number, servers: number, t: number): number {
  const offered = arrivals / work;
  if (offered >= servers) return 1;
  let [term, sum] = [1, 0];
  for (let k = 0; k < servers; k++) {
    sum += term;
    term *= offered / (k + 1);
  }
  const queued = term / (1 - offered / servers);
  const waits = queued / (sum + queued);
  const spare = servers * work - arrivals;
  const alone = Math.exp(-work * t);
  if (Math.abs(spare - work) < 1e-9) return alone * (1 + waits * work * t);
  return alone + ((waits * work) / (work - spare)) * (Math.exp(-spare * t) - alone);
}

/** P(T > t) in M/H2/1: the transform of Pollaczek and Khinchine, whose denominator is a quadratic, taken apart. */
function lateInMH1(arrivals: number, meanMs: number, variance: number, t: number): number {
  const short = (1 + Math.sqrt((variance - 1) / (variance + 1))) / 2;
  const [fast, slow] = [(2 * short) / meanMs, (2 * (1 - short)) / meanMs];
  const load = arrivals * meanMs;
  if (load >= 1) return 1;
  const mixed = short * fast + (1 - short) * slow;
  const numerator = (s: number) => short * fast * (s + slow) + (1 - short) * slow * (s + fast);
  const b = fast + slow - arrivals;
  const d = fast * slow - arrivals * (fast + slow) + arrivals * mixed;
  const root = Math.sqrt(b * b - 4 * d);
  const [near, far] = [(b - root) / 2, (b + root) / 2];
  const share = (one: number, other: number) => ((1 - load) * numerator(-one)) / (other - one) / one;
  return share(near, far) * Math.exp(-near * t) + share(far, near) * Math.exp(-far * t);
}

/** P(T > t) in D/M/1: T is exponential with rate work x (1 - σ), where σ < 1 solves σ = exp(-work (1 - σ) / arrivals). */
function lateInDM1(arrivals: number, work: number, t: number): number {
  if (arrivals >= work) return 1;
  const sigma = largest((x) => x < Math.exp((-work * (1 - x)) / arrivals), 1);
  return Math.exp(-work * (1 - sigma) * t);
}

const limits = [50, 100, 250, 1000];

function underP99(late: (perMs: number) => number, carriesPerMs: number): number {
  return largest((perMs) => late(perMs) < 0.01, carriesPerMs) * 1000;
}

/** Random arrivals, random work. */
function randomServices(): KnownService[] {
  const all: KnownService[] = [];
  for (const servers of [1, 2, 4, 16])
    for (const workMs of [1, 3, 8, 20])
      for (const limit of limits) {
        // An objective that a single request hardly meets is met by chance.
        if (limit < 8 * workMs) continue;
        const carries = servers / workMs;
        const truth = underP99((perMs) => lateInMMc(perMs, 1 / workMs, servers, limit), carries);
        const make = (stream: RandomStream) => queue(servers, () => workMs * exponential(stream));
        const name = `M/M/${servers} of ${workMs} ms, p99 < ${limit} ms`;
        const objectives = `p99<${limit}ms,errors=0`;
        const known = { name, objectives, truth, make, carries: carries * 1000 };
        all.push({ family: 'random', arrivals: 'poisson', noise: 2, ...known });
      }
  for (const workMs of [1, 3, 8, 20])
    for (const limit of limits.filter((ms) => ms >= 8 * workMs)) {
      const truth = underP99((perMs) => lateInDM1(perMs, 1 / workMs, limit), 1 / workMs);
      const make = (stream: RandomStream) => queue(1, () => workMs * exponential(stream));
      const known = { truth, make, carries: 1000 / workMs, name: `D/M/1 of ${workMs} ms, p99 < ${limit} ms` };
      all.push({ family: 'random', arrivals: 'constant', noise: 1, objectives: `p99<${limit}ms`, ...known });
    }
  return all;
}

/** Random arrivals, and work that is far more uneven than exponential. */
function noisyServices(): KnownService[] {
  const all: KnownService[] = [];
  for (const variance of [2, 4])
    for (const workMs of [1, 3, 8, 14])
      for (const limit of [250, 1000]) {
        if (limit < 8 * workMs * variance) continue;
        const truth = underP99((perMs) => lateInMH1(perMs, workMs, variance, limit), 1 / workMs);
        const make = (stream: RandomStream) => {
          const draw = uneven(variance, stream);
          return queue(1, () => workMs * draw());
        };
        const name = `M/H2/1 of ${workMs} ms, variance ${variance}, p99 < ${limit} ms`;
        const known = { name, objectives: `p99<${limit}ms`, truth, make, carries: 1000 / workMs };
        all.push({ family: 'noisy', arrivals: 'poisson', noise: 1 + variance, ...known });
      }
  for (const variance of [0.3, 1, 3])
    for (const workMs of [1, 3, 8])
      for (const factor of [3, 6]) {
        // Pollaczek and Khinchine: the mean wait is load / (1 - load) x work x (1 + variance) / 2.
        const wait = (2 * (factor - 1)) / (1 + variance);
        const truth = (wait / (1 + wait) / workMs) * 1000;
        const width = Math.sqrt(Math.log(1 + variance));
        const make = (stream: RandomStream) =>
          queue(1, () => workMs * Math.exp(width * normal(stream) - width ** 2 / 2));
        const name = `M/LN/1 of ${workMs} ms, variance ${variance}, mean < ${factor * workMs} ms`;
        const known = { name, objectives: `mean<${factor * workMs}ms`, truth, make, carries: 1000 / workMs };
        all.push({ family: 'noisy', arrivals: 'poisson', noise: 1 + variance, ...known });
      }
  return all;
}

const exact = { arrivals: 'constant', noise: 0, objectives: 'p99<250ms,errors=0' } as const;

/** The same work for each request. */
function fixedServices(): KnownService[] {
  const all: KnownService[] = [];
  for (const servers of [1, 2, 4, 8, 16])
    for (const workMs of [1.2, 4.05, 9, 18, 29, 60, 90]) {
      const carries = (servers * 1000) / workMs;
      if (carries > 1000) continue;
      const name = `${servers} at once, ${workMs} ms each`;
      all.push({
        ...exact,
        family: 'fixed',
        name,
        carries,
        truth: carries,
        make: () => queue(servers, () => workMs),
      });
    }
  return all;
}

/** Work that takes longer the more of it goes on, by the Universal Scalability Law: X(n) = γ n / (1 + α (n - 1) + β n (n - 1)). */
function contendedServices(): KnownService[] {
  const all: KnownService[] = [];
  for (const alpha of [0.02, 0.05, 0.1, 0.2])
    for (const beta of [0.0001, 0.001, 0.005])
      for (const workMs of [10, 25, 60]) {
        const peak = Math.floor(Math.sqrt((1 - alpha) / beta));
        const servers = Math.max(2, Math.min(24, peak));
        const stretch = (n: number) => 1 + alpha * (n - 1) + beta * n * (n - 1);
        const carries = (servers / (workMs * stretch(servers))) * 1000;
        const make = () => queue(servers, (busy) => workMs * stretch(busy));
        const name = `α ${alpha}, β ${beta}, ${servers} at once, ${workMs} ms alone`;
        if (workMs * stretch(servers) < 200)
          all.push({ ...exact, family: 'contended', name, carries, truth: carries, make });
      }
  return all;
}

/** Above a rate, everything takes ten times as long, or is refused, while there would be servers for more. */
function cliffServices(): KnownService[] {
  const all: KnownService[] = [];
  for (const servers of [4, 16])
    for (const workMs of [12, 25, 40, 70])
      for (const share of [0.35, 0.6, 0.9])
        for (const kind of ['slow', 'refused'] as const) {
          const carries = (servers * 1000) / workMs;
          const truth = Math.floor(carries * share);
          const make = (): Service => {
            const isOver = overload(truth);
            let factor = 1;
            const inner = queue(servers, () => workMs * factor);
            return (arrivedAt) => {
              const isTooMuch = isOver(arrivedAt);
              if (kind === 'refused' && isTooMuch) return undefined;
              factor = isTooMuch ? 10 : 1;
              return inner(arrivedAt);
            };
          };
          const name = `${kind} above ${truth}/s, ${servers} at once, ${workMs} ms each`;
          all.push({ ...exact, family: 'cliff', name, carries, truth, make });
        }
  return all;
}

export const knownServices: readonly KnownService[] = [
  ...randomServices(),
  ...noisyServices(),
  ...fixedServices(),
  ...contendedServices(),
  ...cliffServices(),
];
