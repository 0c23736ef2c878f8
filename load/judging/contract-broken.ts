import type { Judgement } from '../../contracts/checks/registry.ts';
import type { Rule } from '../../contracts/finding.ts';
import type { Point } from '../../contracts/record.ts';

/** Why a run is ended before its time. */
export class ContractBroken {
  readonly rule: Rule;

  constructor(rule: Rule) {
    this.rule = rule;
  }
}

/**
 * The rule that an answer breaks so that there is no point in going on. What may come of the load itself is counted and
 * ends nothing: no answer in time, a lost connection, an HTTP error, a refusal by business code.
 */
export function brokenBy({ outcome, findings }: Judgement): Rule | undefined {
  if (outcome !== 'contractViolation') return undefined;
  return findings.find(({ severity }) => severity === 'violation')?.rule;
}

/** What a point says of a signal that ended it. */
export function stopOf({ reason }: AbortSignal): Pick<Point, 'stoppedBy'> {
  return reason instanceof ContractBroken ? { stoppedBy: reason.rule } : {};
}
