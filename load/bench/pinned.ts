import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Where the servers run: with a core of their own, if there is a second one and `taskset` to say so. */
const serverCpu = '0';

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['-p', String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export const isPinned = availableParallelism() > 1 && hasTaskset();

/** Keeps a server, all of its threads, to the servers' core. Generators run where the system puts them. */
export function pinServer(pid: number): void {
  if (isPinned) execFileSync('taskset', ['-a', '-c', '-p', serverCpu, String(pid)], { stdio: 'ignore' });
}
