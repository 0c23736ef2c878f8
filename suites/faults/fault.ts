import type { Rule } from '../../contracts/finding.ts';
import type { Behaviour } from '../../contracts/reference/behaviour.ts';
import type { Text } from '../../contracts/text.ts';

/** A way to break the contract, and the rule that must notice. */
export interface Fault extends Behaviour {
  readonly name: string;
  readonly rule: Rule;
  readonly text: Text;
  /** Some requests are never answered: who waits, waits in vain. */
  readonly hangs?: true;
}

/** A way to be unlike the plain service and still right: no rule may object. */
export interface Variant extends Behaviour {
  readonly name: string;
  readonly text: Text;
  /** The settings under which it is right, where that depends on them. */
  readonly settings?: { readonly tokenErrorStatus?: number; readonly maxBatch?: number };
}
