import { createHash } from 'node:crypto';
import type { LoadRecord } from './record.ts';

/** The same value with the keys of every object in order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}

/** Tells plans apart: two loads with the same hash were asked to do the same, but for the seed of what they send. */
export function planHash({ scenario, plan }: Pick<LoadRecord, 'scenario' | 'plan'>): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered({ scenario, plan })))
    .digest('hex')
    .slice(0, 12);
}
