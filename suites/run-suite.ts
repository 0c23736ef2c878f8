import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodes } from '../contracts/errors/entry.ts';
import { keepRecord } from './playwright-arguments.ts';

export interface SuiteRun {
  /** Passed on to Playwright. */
  readonly args: readonly string[];
  /** Added to the environment: settings reach the workers this way, so that no secret is an argument. */
  readonly env: Readonly<Record<string, string>>;
  /** Where Playwright's own output goes. */
  readonly output: 'stdout' | 'stderr';
  readonly signal: AbortSignal;
}

/**
 * Runs Playwright on the suites and gives its exit code, or that of misuse when it does not take the arguments.
 * Aborting lets it finish its books, as Ctrl-C does.
 */
export async function runSuite({ args, env, output, signal }: SuiteRun): Promise<number> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  const config = fileURLToPath(new URL('../playwright.config.ts', import.meta.url));
  const child = spawn(process.execPath, [cli, 'test', `--config=${config}`, ...keepRecord(args)], {
    env: { ...process.env, ...env },
    stdio: ['inherit', output === 'stderr' ? 2 : 'inherit', 'inherit', 'ipc'],
  });
  // Playwright's exit code 1 is for everything. Our reporter speaks up once the arguments are taken.
  let isTaken = false;
  child.once('message', () => {
    isTaken = true;
  });
  // In a terminal, Ctrl-C reaches the child by itself; twice would end it without its record.
  const interrupt = () => process.stdin.isTTY || child.kill('SIGINT');
  signal.addEventListener('abort', interrupt);
  const [code] = await once(child, 'exit');
  signal.removeEventListener('abort', interrupt);
  if (code === 1 && !isTaken) return exitCodes.usage;
  return typeof code === 'number' ? code : exitCodes.interrupted;
}
