import type { Point, Threshold } from '../../contracts/record.ts';
import { type Assessment, assess, type Objective } from './objectives.ts';

/** Whether the generator may be why an objective does not hold: of a latency or a rate, never of an answer. */
function isExcused({ metric }: Objective, { verdict }: Point): boolean {
  return verdict === 'generator-limited' && metric.kind !== 'count';
}

/** How far a number is on the wrong side; not to know it is as far as can be. */
function distance({ operator, value }: Objective, { measured }: Assessment): number {
  if (measured === null) return Number.POSITIVE_INFINITY;
  if (operator === '=') return Math.abs(measured - value);
  return operator.startsWith('<') ? measured - value : value - measured;
}

/** What points make of an objective: it holds where it does at every one, and the worst of them is told. */
function thresholdOf(objective: Objective, points: readonly Point[]): Threshold {
  const [worst] = points
    .map((point, place) => {
      const assessment = assess(objective, point);
      const far = distance(objective, assessment);
      const isUnsure = !assessment.holds && isExcused(objective, point);
      const severity = assessment.holds ? 0 : isUnsure ? 1 : 2;
      return { assessment, place, isUnsure, severity, far };
    })
    .toSorted((a, b) => b.severity - a.severity || (a.far === b.far ? 0 : b.far - a.far));
  const { text, unit } = objective;
  if (!worst) return { objective: text, unit, measured: null, holds: false };
  const { measured, holds } = worst.assessment;
  const unsure = worst.isUnsure && ({ unsure: true } as const);
  return { objective: text, unit, measured, holds, ...unsure, point: worst.place };
}

/** What a run makes of its thresholds. Points are different things, so each objective must hold at each of them. */
export function thresholdsOf(objectives: readonly Objective[], points: readonly Point[]): Threshold[] {
  return objectives.map((objective) => thresholdOf(objective, points));
}
