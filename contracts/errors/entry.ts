import type { Text } from '../text.ts';

/** What the process tells its caller. */
export const exitCodes = {
  ok: 0,
  broken: 1,
  usage: 2,
  unreachable: 3,
  refused: 4,
  threshold: 5,
  invalid: 6,
  interrupted: 130,
} as const;

/** An error: how the process ends, what is wrong, and what to do about it. */
export interface ErrorEntry {
  readonly exit: keyof typeof exitCodes;
  readonly message: Text;
  readonly remedy: Text;
}

/** An error that only ever stands among the parts of another, which has the remedy. */
export const part = { exit: 'usage', remedy: { en: '', zh: '' } } as const satisfies Partial<ErrorEntry>;
