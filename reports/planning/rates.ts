import type { LoadRecord, Point, SizeCapacity } from '../../contracts/record.ts';
import { partsOfObjective } from '../objective-words.ts';
import type { Rates, SizeRate } from './what-if.ts';

type Searched = Pick<LoadRecord, 'points' | 'capacity'>;
type Latency = NonNullable<Point['latencyMs']>;

/** Latencies that are told besides the objective's own. */
const steps = [1, 2, 5];

function isLatency(name: string): name is keyof Latency {
  return ['mean', 'p50', 'p90', 'p95', 'p99', 'p999', 'max'].includes(name);
}

/** The first latency that an objective bounds, in milliseconds. */
function latencyBound(slo: string): { readonly name: keyof Latency; readonly ms: number } | undefined {
  for (const objective of slo.split(',')) {
    const { name, operator, value, unit } = partsOfObjective(objective) ?? {};
    const scale = { ms: 1, s: 1000, us: 0.001, µs: 0.001 }[unit ?? ''];
    if (name && isLatency(name) && operator?.startsWith('<') && scale !== undefined)
      return { name, ms: Number(value) * scale };
  }
  return undefined;
}

/** How much less than the rate itself its interval still holds, as a share. */
function lowShare({ requestsPerSecond, interval }: SizeCapacity): number {
  return requestsPerSecond && interval ? interval.low / requestsPerSecond : 1;
}

/** Good probes of a size up to its answer, from slow to fast. */
function goodProbes({ points }: Searched, { probes, requestsPerSecond = 0 }: SizeCapacity) {
  return probes
    .filter(({ finding, rate }) => finding === 'good' && rate <= requestsPerSecond)
    .flatMap(({ point, rate, isConfirmation }) => {
      const latencyMs = points[point]?.latencyMs;
      return latencyMs ? [{ rate, isConfirmation, latencyMs }] : [];
    })
    .toSorted((a, b) => a.rate - b.rate || Number(a.isConfirmation) - Number(b.isConfirmation));
}

/** What a size carries with an objective: up to the fastest good probe of which all slower ones held it, too. */
function sizeRate(
  load: Searched,
  size: SizeCapacity,
  holds: (latencyMs: Latency) => boolean,
): SizeRate | undefined {
  const good = goodProbes(load, size);
  const missed = good.findIndex(({ latencyMs }) => !holds(latencyMs));
  const best = good.slice(0, missed < 0 ? undefined : missed).at(-1);
  return (
    best && {
      batchSize: size.batchSize,
      requestsPerSecond: best.rate * lowShare(size),
      answerMs: best.latencyMs.p99,
      isConfirmed: best.isConfirmation,
    }
  );
}

/** Round latencies below a bound, from large to small. */
function stricter(bound: number): number[] {
  const largest = Math.ceil(Math.log10(bound));
  const tens = Array.from({ length: 4 }, (_, i) => 10 ** (largest - i));
  return tens.flatMap((ten) => steps.toReversed().map((step) => step * ten)).filter((ms) => ms < bound);
}

/**
 * What was measured under the objective of a search, and under stricter ones of the same latency: at a lower rate the
 * probes were faster. Those that change no rate are left out. Nothing where there was no search.
 */
export function ratesOf(load: Searched): Rates[] {
  if (!load.capacity) return [];
  const { slo, perSize } = load.capacity;
  const ascending = perSize.toSorted((a, b) => a.batchSize - b.batchSize);
  const refusedFrom = ascending.find(({ limitedBy }) => limitedBy === 'refused')?.batchSize;
  const under = (objective: string, holds: (latencyMs: Latency) => boolean): Rates => ({
    objective,
    sizes: ascending.flatMap((size) => sizeRate(load, size, holds) ?? []),
    ...(refusedFrom !== undefined && { refusedFrom }),
  });
  const found = [under(slo, () => true)];
  const bound = latencyBound(slo);
  for (const ms of bound ? stricter(bound.ms) : []) {
    const { name } = bound ?? {};
    const next = under(`${name}<${ms}ms`, (latencyMs) => name !== undefined && latencyMs[name] < ms);
    if (next.sizes.length === 0) break;
    if (JSON.stringify(next.sizes) !== JSON.stringify(found.at(-1)?.sizes)) found.push(next);
  }
  return found;
}
