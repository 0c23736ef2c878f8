import type { LoadRecord } from '../contracts/record.ts';
import { type Locale, sharedDecimals } from './locale.ts';
import { bestPoint, lowerBound } from './model.ts';
import { sayCost } from './planning/cost.ts';
import { sayScalability } from './planning/scalability.ts';

/** The batch size that carries the most. */
export function sweepSentence(load: LoadRecord, { say, number }: Locale): string {
  const best = bestPoint(load);
  if (!best) return say('noBest');
  return say('best', { size: number(best.batchSize), devices: number(best.devicesPerSecond) });
}

/** What the best batch size took, what the models say, and what might be better. */
export function sweepDetails(load: LoadRecord, locale: Locale): string[] {
  const { say, number } = locale;
  const details: string[] = [];
  const best = bestPoint(load);
  if (best?.latencyMs) {
    const { p50, p99 } = best.latencyMs;
    const decimals = sharedDecimals([p50, p99]);
    details.push(
      say('bestDetail', {
        size: number(best.batchSize),
        requests: number(best.requestsPerSecond, sharedDecimals([best.requestsPerSecond])),
        connections: number(best.connections ?? 0),
        p50: number(p50, decimals),
        p99: number(p99, decimals),
      }),
    );
  }
  if (load.cost) details.push(sayCost(load.cost, locale));
  if (load.scalability) details.push(sayScalability(load.scalability, locale));
  const bound = lowerBound(load);
  if (bound) {
    const devices = number(bound.devicesPerSecond);
    details.push(say('atLeast', { size: number(bound.batchSize), devices }));
  }
  return details;
}
