import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Point } from '../contracts/record.ts';

/** How often the event loop is asked, in milliseconds; its answer includes this interval. */
const resolutionMs = 5;

export type Health = Omit<Point['generator'], 'littlesLawRatio'>;

/** Watches this process from now on; the function that comes back stops it and tells. */
export function watchGenerator(): () => Health {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  return () => {
    delays.disable();
    const { user, system } = process.cpuUsage(cpuBefore);
    const elapsedMs = performance.now() - start;
    return {
      cpu: elapsedMs > 0 ? (user + system) / 1000 / elapsedMs : 0,
      loopDelayP99Ms: Math.max(0, delays.percentile(99) / 1e6 - resolutionMs),
    };
  };
}
