import type { Device } from '../batch.ts';
import type { Rule } from '../finding.ts';
import type { Text } from '../text.ts';
import type { Answer } from './answer.ts';
import type { Inventory } from './inventory.ts';
import type { Verdict } from './tokens.ts';

/** An answer as it goes over the wire. */
export interface Reply {
  readonly status: number;
  readonly mediaType: string;
  readonly body: Buffer;
}

/** What an answer is to. */
export interface Asked {
  readonly verdict: Verdict;
  readonly authorization: string;
  /** undefined when the body was not a list of devices, or the token kept it from being read. */
  readonly devices: readonly Device[] | undefined;
  readonly inventory: Inventory;
  /** How many requests came before. */
  readonly turn: number;
}

/**
 * A way to break the contract, and the rule that must notice.
 * Each hook is given what the service would have said at that stage and returns what it says instead.
 */
export interface Fault {
  readonly name: string;
  readonly rule: Rule;
  readonly text: Text;
  token?(verdict: Verdict): Verdict;
  answer?(answer: Answer, asked: Asked): object;
  reply?(reply: Reply, asked: Asked): Reply;
}
