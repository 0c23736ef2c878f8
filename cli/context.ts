import { makeRunFolder, runId } from '../contracts/record.ts';
import type { Settings } from '../settings.ts';
import type { Terminal } from './terminal.ts';

/** Flags as given; each command reads those it declares. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** What every command gets. */
export interface Context {
  readonly flags: Flags;
  /** What follows the command and its flags. */
  readonly args: readonly string[];
  readonly settings: Settings;
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs a command; resolves to the exit code of the process. */
export type Action = (context: Context) => Promise<number>;

/** The text of a flag that takes one. */
export function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** A new run: its id, and the folder of that name. Throws OUT_NOT_WRITABLE. */
export function newRun({ out, seed }: Settings): { readonly id: string; readonly folder: string } {
  const id = runId(new Date(), seed);
  return { id, folder: makeRunFolder(out, id) };
}

/** Data, for people or scripts. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
