import type { MatrixRow } from '../contracts/record.ts';
import { drawnExchanges } from './faults/drawn-exchanges.ts';
import { findFault } from './faults/faults.ts';
import { findVariant } from './faults/variants.ts';
import { play } from './matrix.ts';
import { suites } from './suites.ts';

/** What to play, and with which seed. */
export interface Order {
  readonly name: string;
  readonly seed: number;
}

// Ctrl-C reaches the whole group of processes; this one ends when its parent lets go of it.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

process.on('message', async ({ name, seed }: Order) => {
  const played = findFault(name) ?? findVariant(name);
  if (!played) throw new Error(`there is no fault or variant ${name}`);
  const isVariant = !('rule' in played);
  const row: MatrixRow = await play(played, isVariant ? [...suites, drawnExchanges] : suites, seed);
  process.send?.(row);
});
