import type { Exchange } from '../contracts/exchange.ts';
import type { Problem } from '../contracts/record.ts';
import { isObjection } from './case.ts';

/** The class of what a case failed with, given the exchanges that it made. */
export function problemOf(error: unknown, exchanges: readonly Exchange[]): Problem {
  const incidents = exchanges.flatMap(({ incidents = [] }) => incidents);
  const lost = incidents.find(({ kind }) => kind === 'lost');
  if (lost?.kind === 'lost') return lost.problem;
  if (exchanges.some(({ response }) => response?.status === 429)) return 'environment';
  return isObjection(error) ? 'contract' : 'toolkit';
}
