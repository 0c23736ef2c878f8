import type { Call } from '../../contracts/exchange.ts';
import type { Point } from '../../contracts/record.ts';

/**
 * How answers are checked: as under load; each one in full on the main thread, which is the plain way; or not at all.
 */
export type Checks = 'checked' | 'plain' | 'unchecked';

interface Window {
  readonly calls: readonly Call[];
  readonly batchSize: number;
  readonly warmupMs: number;
  readonly durationMs: number;
}

/** A closed loop of ours. */
export interface ClosedOrder extends Window {
  readonly kind: 'closed';
  readonly checks: Checks;
  readonly connections: number;
}

/** An open loop. */
export interface PacedOrder extends Window {
  readonly kind: 'paced';
  readonly checks: Checks;
  readonly rate: number;
  /** Uses the connections that earlier such orders left open, and leaves its own. */
  readonly keepsConnections?: true;
}

/** Autocannon as it comes; at a rate, with or without what it calls the correction of coordinated omission. */
export interface BareOrder extends Window {
  readonly kind: 'bare';
  readonly connections: number;
  readonly rate?: number;
  readonly isCorrected?: boolean;
}

/** What a generator is to do. */
export type Order = ClosedOrder | PacedOrder | BareOrder;

type Latency = Pick<NonNullable<Point['latencyMs']>, 'p50' | 'p90' | 'p99' | 'max'>;

/** What it came to. */
export interface Figures {
  readonly requestsPerSecond: number;
  /** Of the generator: 1 is a whole core. */
  readonly cpu: number;
  readonly sent: number;
  readonly answered: number;
  /** Requests without a good answer. */
  readonly bad: number;
  readonly latencyMs: Latency | null;
  readonly sendLagP99Ms?: number | undefined;
}
