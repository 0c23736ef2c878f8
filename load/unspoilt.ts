import { isSpoiltByChance } from '../contracts/generator-faults.ts';
import type { Point } from '../contracts/record.ts';
import type { Step } from './in-turn.ts';

/** A point that the generator spoils each time is measured so often. */
const maxTries = 3;

async function measureUnspoilt(measure: () => Promise<Point>, signal: AbortSignal): Promise<Point> {
  const earlier: NonNullable<Point['earlier']>[number][] = [];
  for (;;) {
    const point = await measure();
    const isLast = earlier.length + 1 === maxTries || signal.aborted;
    if (isLast || !isSpoiltByChance(point)) return { ...point, ...(earlier.length > 0 && { earlier }) };
    const { startedAt, counts, why } = point;
    earlier.push({ startedAt, sent: counts.sent, why });
  }
}

/** A step of one point, which is measured again where the generator may have spoilt it by chance. */
export function unspoilt(step: Step<Point>, signal: AbortSignal): Step<Point> {
  return { ...step, measure: (...asked) => measureUnspoilt(() => step.measure(...asked), signal) };
}
