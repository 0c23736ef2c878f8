import { grouped } from '../contracts/grouped.ts';
import type { LoadRecord, Point } from '../contracts/record.ts';
import { elapsed, flagDuration, type Locale, sharedDecimals } from './locale.ts';
import { phaseNames } from './point-name.ts';

function bySize({ points }: LoadRecord): Point[][] {
  return [...grouped(points, ({ batchSize }) => batchSize).values()].map((ofSize) => [...ofSize]);
}

function sayMs(ms: number, { number }: Locale): string {
  return number(ms, sharedDecimals([ms]));
}

/** Up to where one size of a ramp was carried: the highest step below the first, from slow to fast, that failed. */
function carriedIn(ofSize: readonly Point[]): { carried: Point | undefined; failed: Point | undefined } {
  const steps = ofSize.toSorted((a, b) => (a.offeredRate ?? 0) - (b.offeredRate ?? 0));
  const failed = steps.find(({ verdict }) => verdict === 'failed' || verdict === 'refused');
  const below = failed ? steps.slice(0, steps.indexOf(failed)) : steps;
  return { carried: below.findLast(({ verdict }) => verdict === 'valid'), failed };
}

function sayRamp(ofSize: readonly Point[], locale: Locale): string {
  const { say, number } = locale;
  const { carried, failed } = carriedIn(ofSize);
  const size = number(ofSize[0]?.batchSize ?? 0);
  if (!carried?.latencyMs) return say('rampNone', { size });
  const rate = number(carried.offeredRate ?? 0);
  const p99 = sayMs(carried.latencyMs.p99, locale);
  if (!failed) return say('rampAll', { size, rate, p99 });
  return say('rampCarried', { size, rate, p99, failed: number(failed.offeredRate ?? 0) });
}

function saySpike(ofSize: readonly Point[], locale: Locale): string {
  const { say, number } = locale;
  const of = (phase: Point['phase']) => ofSize.find((point) => point.phase === phase);
  const [spike, recovery] = [of('spike'), of('after')?.recovery];
  const params = { size: number(ofSize[0]?.batchSize ?? 0), rate: number(spike?.offeredRate ?? 0) };
  if (!recovery) return say('recoveryUnknown', params);
  if (recovery.ms === null) return say('notBack', { ...params, watched: elapsed(recovery.watchedMs) });
  return recovery.ms === 0
    ? say('backAtOnce', params)
    : say('back', { ...params, time: elapsed(recovery.ms) });
}

/** What a ramp or a spike came to, a line for each batch size. */
export function shapeLines(load: LoadRecord, locale: Locale): string[] {
  const say = load.scenario === 'ramp' ? sayRamp : saySpike;
  return bySize(load).map((ofSize) => say(ofSize, locale));
}

/** Of a spike: latency in each part, and what counts as back. */
export function spikeDetails(load: LoadRecord, locale: Locale): string[] {
  const { say, list, number } = locale;
  return bySize(load).flatMap((ofSize) => {
    const parts = ofSize.flatMap(({ phase, latencyMs }) =>
      phase && latencyMs
        ? [say('labelled', { label: say(phaseNames[phase]), value: `${sayMs(latencyMs.p99, locale)} ms` })]
        : [],
    );
    const after = ofSize.find(({ phase }) => phase === 'after');
    const recovery = after?.recovery;
    const size = number(ofSize[0]?.batchSize ?? 0);
    return [
      ...(parts.length > 0 ? [say('partLatencies', { size, parts: list(parts) })] : []),
      ...(recovery && after?.verdict === 'generator-limited' ? [say('generatorLimited', { size })] : []),
      ...(recovery
        ? [say('backMeans', { limit: sayMs(recovery.limitMs, locale), held: flagDuration(recovery.heldMs) })]
        : []),
    ];
  });
}
