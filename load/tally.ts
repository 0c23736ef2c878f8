import type { Point } from '../contracts/record.ts';
import type { BooksTally } from './books.ts';
import type { Health } from './generator-health.ts';
import type { EncodedLatencies } from './histogram.ts';

/** What a process of the load generator, or several together, measured in a window: plain data, that adds up. */
export interface WindowTally {
  /** When the window opened, in milliseconds since the epoch. */
  readonly startedAt: number;
  readonly windowMs: number;
  readonly books: BooksTally;
  readonly health: Health;
  /** It ended before the window did: its books are what it last told. */
  readonly isLost?: true;
  /** How the work was spread, where several processes did it. */
  readonly processes?: Point['processes'];
}

/** What only an open loop has. */
export interface PaceTally {
  readonly overflow: number;
  readonly backlog: number;
  readonly serviceLatencies: EncodedLatencies;
  readonly sendLags: EncodedLatencies;
  /** Good answers that came back within the window, whenever they were sent. */
  readonly returned: { readonly answers: number; readonly bytes: number };
}

export interface PacedTally extends WindowTally {
  readonly pace: PaceTally;
}
