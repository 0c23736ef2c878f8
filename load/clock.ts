import { performance } from 'node:perf_hooks';
import { type Health, watchGenerator } from './health/generator-health.ts';

/** Time as load knows it: real, or simulated in tests. */
export interface Clock {
  /** Milliseconds, never going back. */
  now(): number;
  /** Calls back at the moment, or as soon after it as can be, never at once; what comes back cancels. */
  at(moment: number, callback: () => void): () => void;
  /** Watches from now on how the process fares in this time; what comes back stops that, and tells. */
  watch(): () => Health;
}

/** Timers have a resolution of 1 ms and come up to 1 ms late: the last stretch before a moment is waited for finely. */
const fineMs = 2;

/** What timers can wait at most: 24 days. */
const longestMs = 2 ** 31 - 1;

/** The process's own time. Waits by timer as long as that is exact enough, then asks on each turn of the event loop. */
export const realClock: Clock = {
  now: () => performance.now(),
  at(moment, callback) {
    let timer: NodeJS.Timeout | undefined;
    const look = () => {
      const left = moment - performance.now();
      if (left <= 0) callback();
      else if (left > fineMs + 1) timer = setTimeout(look, Math.min(longestMs, Math.floor(left - fineMs)));
      else turn = setImmediate(look);
    };
    // Thousands of turns pass for each request: one function for all of them leaves less to collect.
    let turn = setImmediate(look);
    return () => {
      clearTimeout(timer);
      clearImmediate(turn);
    };
  },
  watch: watchGenerator,
};
