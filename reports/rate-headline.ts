import type { LoadRecord, Point } from '../contracts/record.ts';
import { type Locale, sharedDecimals } from './locale.ts';
import { bestPoint, pointsOf } from './model.ts';

function sayRate({ offeredRate = 0 }: Point, { number }: Locale): string {
  return number(offeredRate, offeredRate < 100 ? 1 : 0);
}

/** What a service did at the rate that was asked of it: there it is not throughput that tells, but latency. */
export function rateCapacity(load: LoadRecord, locale: Locale): string {
  const { say, number } = locale;
  const best = bestPoint(load);
  if (!best?.latencyMs) return say('noBest');
  const { p99 } = best.latencyMs;
  const params = { rate: sayRate(best, locale), p99: number(p99, sharedDecimals([p99])) };
  return say('bestRate', { size: number(best.batchSize), ...params });
}

/** A line for each size that was carried, or that the generator sent late. */
export function rateDetails(load: LoadRecord, { say, number }: Locale): string[] {
  return pointsOf(load).flatMap((point) => {
    const { batchSize, devicesPerSecond, latencyMs, serviceLatencyMs, verdict } = point;
    const size = number(batchSize);
    if (verdict === 'generator-limited') return [say('generatorLimited', { size })];
    if (verdict !== 'valid' || !latencyMs || !serviceLatencyMs) return [];
    const decimals = sharedDecimals([latencyMs.p50, serviceLatencyMs.p99]);
    const devices = number(devicesPerSecond);
    const p50 = number(latencyMs.p50, decimals);
    const p99 = number(latencyMs.p99, decimals);
    return [
      say('bestRateDetail', { size, devices, p50, p99, serviceP99: number(serviceLatencyMs.p99, decimals) }),
    ];
  });
}
