import { ToolkitError } from '../../contracts/errors.ts';
import { type Flags, textOf } from '../../contracts/flags.ts';
import { isLive } from './abort-guard.ts';
import { metrics } from './metrics.ts';
import { type Objective, parseObjectives } from './objectives.ts';

/** What is demanded of a run, whatever the scenario. */
export interface Demands {
  /** Of every point; nothing given: those of the scenario. */
  readonly thresholds: readonly Objective[] | undefined;
  /** What ends the run as soon as it holds. */
  readonly abortOn: readonly Objective[];
}

export const noDemands: Demands = { thresholds: undefined, abortOn: [] };

/** Conditions that can be looked at while the load runs. Throws OBJECTIVES. */
function parseConditions(flag: string, text: string): Objective[] {
  const conditions = parseObjectives(flag, text);
  const wrong = conditions.filter(({ metric }) => !isLive(metric));
  if (wrong.length === 0) return conditions;
  const live = [...metrics].filter(([, metric]) => isLive(metric)).map(([name]) => name);
  throw new ToolkitError(
    'OBJECTIVES',
    { flag, metrics: live.join(' ') },
    wrong.map(({ text: value }) => new ToolkitError('OBJECTIVE_LATE', { value })),
  );
}

/** The demands of a command line. Throws OBJECTIVES. */
export function parseDemands(flags: Flags): Demands {
  const threshold = textOf(flags, 'threshold');
  const abortOn = textOf(flags, 'abortOn');
  return {
    thresholds: threshold === undefined ? undefined : parseObjectives('--threshold', threshold),
    abortOn: abortOn === undefined ? [] : parseConditions('--abort-on', abortOn),
  };
}
