import { median } from '../../contracts/statistics/quantile.ts';
import { noiseOf } from './drift.ts';

/** Slower than usual by less than this is no spell. */
const slack = 0.05;

/** Such a spell comes from noise alone in one of so many series. */
const rarity = 1000;

/**
 * The share of the whole time that was lost in the worst slow spell, 0 where that is no more than noise. Page's cumulative
 * sum (Biometrika 41, 1954) of what each duration has over the usual one: it grows while a spell lasts and wears off in
 * between, so that pauses which come again and again, as they belong to a service, do not add up. The highest value that
 * noise reaches in n steps follows from exp(-2 × slack × height / variance) × n.
 */
export function timeLost(durations: readonly number[]): number {
  const usual = median(durations);
  if (!(usual > 0)) return 0;
  let sum = 0;
  let highest = 0;
  for (const duration of durations) {
    sum = Math.max(0, sum + duration / usual - 1 - slack);
    highest = Math.max(highest, sum);
  }
  const variance = (noiseOf(durations) / usual) ** 2;
  const ofNoise = (variance / 2 / slack) * Math.log(durations.length * rarity);
  const total = durations.reduce((all, duration) => all + duration, 0);
  return highest > ofNoise ? (highest * usual) / total : 0;
}
