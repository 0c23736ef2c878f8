import { PerformanceObserver, performance } from 'node:perf_hooks';
import type { Point } from '../../contracts/record.ts';
import { Stalls } from './stalls.ts';
import { watchStolen } from './stolen-time.ts';

/** How often the event loop is asked, in milliseconds: stalls are told to within this. */
const intervalMs = 5;

export type Health = Omit<Point['generator'], 'littlesLawRatio' | 'sendLagP99Ms'>;

/** Watches this process and its event loop from now on; the function that comes back stops it and tells. */
export function watchGenerator(): () => Health {
  const stalls = new Stalls();
  let gcMs = 0;
  let last = performance.now();
  const start = last;
  const timer = setInterval(() => {
    const now = performance.now();
    stalls.add(now - last - intervalMs);
    last = now;
  }, intervalMs);
  timer.unref();
  const collections = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) gcMs += duration;
  });
  collections.observe({ entryTypes: ['gc'] });
  const stolenSince = watchStolen();
  const cpuBefore = process.cpuUsage();
  const loopBefore = performance.eventLoopUtilization();
  return () => {
    clearInterval(timer);
    for (const { duration } of collections.takeRecords()) gcMs += duration;
    collections.disconnect();
    const now = performance.now();
    stalls.add(now - last - intervalMs);
    const elapsedMs = Math.max(now - start, Number.MIN_VALUE);
    const { user, system } = process.cpuUsage(cpuBefore);
    const stolenCores = stolenSince();
    return {
      cpu: (user + system) / 1000 / elapsedMs,
      loopBusy: performance.eventLoopUtilization(loopBefore).utilization,
      loopDelayP99Ms: stalls.exceededBy(0.01, elapsedMs),
      loopDelayMaxMs: stalls.maxMs,
      gcShare: gcMs / elapsedMs,
      ...(stolenCores !== undefined && { stolenCores }),
    };
  };
}
