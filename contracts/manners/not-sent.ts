import type { Text } from '../text.ts';

/** Thrown in place of sending a call: a limit is reached, or the target is gone. */
export class NotSent extends Error {
  /** Which of them. */
  readonly reason: Text;

  constructor(reason: Text) {
    super(reason.en);
    this.reason = reason;
  }
}
