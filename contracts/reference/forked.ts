import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Reference, ServiceOptions } from './service.ts';

/** What crosses to the process that runs the service. */
export type ForkedOptions = Pick<ServiceOptions, 'account' | 'model'>;

/** A reference service as its users see it. */
export type RunningReference = Pick<Reference, 'url' | 'tokens' | 'stop'>;

/** A reference service in a process of its own. */
export interface ForkedReference extends RunningReference {
  readonly pid: number;
}

/** What the process says when the service is up. */
export type ForkedReady = Pick<Reference, 'url' | 'tokens'>;

/**
 * Starts the reference service in a process of its own, so that it does not share a core with whoever loads
 * it. Everything passes over the process channel: the tokens never touch a file or an argument list.
 */
export async function startForked(options: ForkedOptions): Promise<ForkedReference> {
  const child = fork(fileURLToPath(new URL('forked-child.ts', import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  child.send(options);
  const ready = once(child, 'message').then(([message]: ForkedReady[]) => message);
  const running = await Promise.race([ready, exited.then(() => undefined)]);
  if (!running || child.pid === undefined)
    throw new Error('the process of the reference service ended before the service was up');
  return {
    ...running,
    pid: child.pid,
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}
