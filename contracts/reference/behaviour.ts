import type { Device } from '../batch.ts';
import type { Lang } from '../text.ts';
import type { Answer } from './answer.ts';
import type { Inventory } from './inventory.ts';
import type { Verdict } from './tokens.ts';

/**
 * How a reply leaves. `pieces`: in two chunks, the cut in the middle of a character. `hangUp`: whole, and then
 * the connection ends without a word. `cut`: less than was announced. `reset`: the connection is reset instead.
 * `hang`: nothing is ever sent.
 */
export type Delivery = 'pieces' | 'hangUp' | 'cut' | 'reset' | 'hang';

/** An answer as it goes over the wire. */
export interface Reply {
  readonly status: number;
  /** Without one, there is no such header. */
  readonly mediaType?: string;
  /** Added to the usual ones. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** At once and whole, by default. */
  readonly delivery?: Delivery;
  /** How long it is held back. */
  readonly delayMs?: number;
}

/** What an answer is to. */
export interface Asked {
  readonly verdict: Verdict;
  readonly authorization: string;
  readonly lang: Lang;
  /** undefined unless it was sent as JSON. */
  readonly body: Buffer | undefined;
  /** undefined when the body was not a list of devices, or the token kept it from being read. */
  readonly devices: readonly Device[] | undefined;
  readonly inventory: Inventory;
  /** How many requests came before. */
  readonly turn: number;
}

/** Each hook is given what the service would have said at that stage and returns what it says instead. */
export interface Hooks {
  /** `judge` says what another header would be worth. */
  token?(
    verdict: Verdict,
    authorization: string | undefined,
    judge: (authorization: string) => Promise<Verdict>,
  ): Verdict | Promise<Verdict>;
  answer?(answer: Answer, asked: Asked): object;
  reply?(reply: Reply, asked: Asked): Reply | Promise<Reply>;
}

/** What sets a service apart from the plain one. */
export interface Behaviour extends Hooks {
  /** Hooks that remember something, made anew for each service; used instead of the others. */
  perService?(): Hooks;
}
