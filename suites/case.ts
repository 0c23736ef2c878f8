import type { Session } from './session.ts';

/** Thrown by a case that cannot be run on this target: the message says what it lacks. */
export class Skipped extends Error {}

/** Thrown by a case whose answers break the contract when they are put together. */
export class Broken extends Error {}

/** One test, as data: Playwright runs it, and so does the matrix of faults. It fails by throwing. */
export interface Case {
  readonly title: string;
  run(session: Session): Promise<void>;
}

/** Cases that belong together, under the name of their suite. */
export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}
