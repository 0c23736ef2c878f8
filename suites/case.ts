import type { Session } from './session.ts';

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
