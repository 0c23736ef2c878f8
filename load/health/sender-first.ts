import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';

function threadsBeside(main: number): number[] {
  try {
    return readdirSync('/proc/self/task')
      .map(Number)
      .filter((thread) => thread !== main);
  } catch {
    return [];
  }
}

/**
 * Lets the main thread, which sends, go before the threads in which V8 compiles and collects garbage. Only on Linux, where
 * a thread has a priority of its own; and only called by the main thread: beside another one are threads of somebody else.
 */
export function letSenderGoFirst(): void {
  if (process.platform !== 'linux' || !isMainThread) return;
  for (const thread of threadsBeside(process.pid)) {
    try {
      setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // It has ended meanwhile.
    }
  }
}
