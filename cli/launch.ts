import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a command left behind. */
export interface Left {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** For tests: starts the command line as a user does, with nothing of this process's environment but PATH. */
export function launch(args: readonly string[], env: NodeJS.Dict<string> = {}): ChildProcess {
  const { PATH } = process.env;
  return spawn(process.execPath, ['--import', 'tsx', '--', 'cli.ts', ...args], {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH, CI: '1', LANG: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** For tests: waits for a process, and gives what it wrote. */
export async function outcomeOf(child: ChildProcess): Promise<Left> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}
