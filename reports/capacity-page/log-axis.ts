import { muted, rule } from '../charts.ts';
import type { Locale } from '../locale.ts';

/** More labels than this, and powers of ten do. */
const maxLabels = 6;

const steps = [1, 2, 5];

/** 1, 2, 5, 10, 20 … from the last that is not above the least value to the first that is not below the most. */
export function ticksAround(values: readonly number[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const first = Math.floor(Math.log10(least));
  const all = Array.from({ length: Math.ceil(Math.log10(most)) - first + 1 }, (_, i) =>
    steps.map((step) => Number((step * 10 ** (first + i)).toPrecision(1))),
  ).flat();
  const low = all.findLastIndex((tick) => tick <= least);
  const high = all.findIndex((tick) => tick >= most);
  const ticks = all.slice(Math.max(0, low), high + 1);
  // All values in one place: an axis still has two ends.
  return ticks.length > 1 ? ticks : all.slice(Math.max(0, low), low + 2);
}

const isPowerOfTen = (tick: number) => Number.isInteger(Math.log10(tick));

/** A logarithmic axis that is no longer than its values need; powers of ten alone would waste half of it. */
export function logAxis(values: readonly number[], { compact }: Locale) {
  const ticks = ticksAround(values.filter((value) => value > 0));
  const shown = ticks.length > maxLabels ? ticks.filter(isPowerOfTen) : ticks;
  return {
    type: 'log' as const,
    min: ticks[0] ?? 1,
    max: ticks.at(-1) ?? 10,
    axisTick: { show: false, customValues: shown },
    axisLabel: { customValues: shown, color: muted, formatter: (value: number) => compact(value) },
    splitLine: { lineStyle: { color: rule } },
  };
}
