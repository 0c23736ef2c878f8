import { rmSync } from 'node:fs';
import type { Flags } from '../contracts/flags.ts';
import { makeRunFolder, runId, type Shard } from '../contracts/record.ts';
import type { Settings } from '../settings.ts';
import { recordFiles } from './record-folders.ts';
import type { Terminal } from './terminal.ts';

/** What GitHub Actions asks of a step. */
export interface GitHub {
  /** It looks for annotations in what the step prints. */
  readonly annotates: boolean;
  /** The file that it shows as the summary of the step. */
  readonly summaryFile?: string | undefined;
}

/** What every command gets. */
export interface Context {
  readonly flags: Flags;
  /** What follows the command and its flags. */
  readonly args: readonly string[];
  readonly settings: Settings;
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Nobody watches. */
  readonly isCi: boolean;
  readonly github: GitHub;
}

/** Runs a command; resolves to the exit code of the process. */
export type Action = (context: Context) => Promise<number>;

/** A run that has begun: its id, and the folder of that name. */
export interface NewRun {
  readonly id: string;
  readonly folder: string;
}

/**
 * Does the work of a new run in a folder of its own, which is gone afterwards if no record came of it.
 * Throws OUT_NOT_WRITABLE before anything is spent on the run.
 */
export async function inNewRun<T>(
  { out, seed }: Pick<Settings, 'out' | 'seed'>,
  work: (run: NewRun) => Promise<T>,
  shard?: Shard,
): Promise<T> {
  const id = runId(new Date(), seed, shard);
  const folder = makeRunFolder(out, id);
  try {
    return await work({ id, folder });
  } finally {
    if (recordFiles(folder).length === 0) rmSync(folder, { recursive: true, force: true });
  }
}
