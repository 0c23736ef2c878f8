import type { Text } from '../contracts/text.ts';
import type { Session } from './session.ts';

/** Thrown by a case that cannot be run on this target. */
export class Skipped extends Error {
  /** What the target lacks. */
  readonly reason: Text;

  constructor(reason: Text) {
    super(reason.en);
    this.reason = reason;
  }
}

/** One test, as data: Playwright runs it, and so does the matrix of faults. It fails by throwing. */
export interface Case {
  readonly title: string;
  run(session: Session): Promise<void>;
}

/** What a case throws for what answers say, where it is not a matcher that objects. */
export class Objection extends Error {}

/** Whether what was thrown is about answers; anything else is a defect, or an environment that does not work. */
export function isObjection(error: unknown): boolean {
  // Playwright's matchers, our own among them, throw errors of a class that it does not export.
  return error instanceof Objection || (error instanceof Error && 'matcherResult' in error);
}

/** Cases that belong together, under the name of their suite. */
export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}
