import type { Judgement } from '../../contracts/checks/registry.ts';
import type { CheckSettings } from '../../contracts/checks/view.ts';
import type { Answer, Call } from '../../contracts/exchange.ts';

/** What checks of load depend on. Answers are judged one by one, in any order: no ledger connects them. */
export type LoadCheckSettings = Omit<CheckSettings, 'ledger'>;

/** A call as it crosses to a thread: of a buffer, only the bytes do. */
export type CrossedCall = Omit<Call, 'request'> & {
  readonly request: Omit<Call['request'], 'body'> & { readonly body: Uint8Array };
};

/** An answer as it crosses: of its body the length, and of its call the number. */
export interface CrossedAnswer extends Pick<Answer, 'status' | 'headers'> {
  readonly call: number;
  readonly bodyLength: number;
}

/** Answers on their way to the thread. */
export interface HandedOn {
  /** Calls that the thread does not know yet; they are numbered as they come. */
  readonly calls: readonly CrossedCall[];
  /** Given when the calls known so far come no more: numbers start again, and these are the settings from here on. */
  readonly start?: LoadCheckSettings;
  readonly answers: readonly CrossedAnswer[];
  /** Their bodies, one after another. */
  readonly bodies: Uint8Array<ArrayBuffer>;
}

/** What the thread says of them, in the same order. */
export type HandedBack = readonly Judgement[];
