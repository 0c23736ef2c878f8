import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What crosses to the process of the server. */
export interface StoppingOptions {
  readonly answer: string;
  readonly serviceMs: number;
}

/** Starts a server that can be stopped: it is known by its pid. */
export async function startStopping(options: StoppingOptions) {
  const child = fork(fileURLToPath(new URL('stopping-child.ts', import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(options);
  const [port]: number[] = await once(child, 'message', { signal: AbortSignal.timeout(30_000) });
  if (child.pid === undefined) throw new Error('the server that is to be stopped did not start');
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    stop() {
      // It may stand still: a process that does not run does not see that its parent let go of it.
      child.kill('SIGCONT');
      child.disconnect();
    },
  };
}
