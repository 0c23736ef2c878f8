import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { reasonOf, ToolkitError } from './errors.ts';
import type { components } from './generated/record.ts';
import { validatorOf } from './json-schema.ts';
import recordSchema from './record.schema.json' with { type: 'json' };
import { migrate, recordVersion } from './record-versions.ts';
import { writeWhole } from './whole-files.ts';

type Defs = components['schemas'];

/** What a run leaves behind; see `record.schema.json`. */
export type RunRecord = Defs['SuiteRecord'] | Defs['LoadRecord'] | Defs['FaultsRecord'];
export type SuiteRecord = Defs['SuiteRecord'];
export type LoadRecord = Defs['LoadRecord'];
export type FaultsRecord = Defs['FaultsRecord'];
export type MatrixRow = Defs['MatrixRow'];
export type Case = Defs['Case'];
export type Point = Defs['Point'];
export type Counts = Defs['Counts'];
export type Steadiness = Defs['Steadiness'];
export type LowLoad = Defs['LowLoad'];
export type Threshold = Defs['Threshold'];
export type AbortedOn = Defs['AbortedOn'];
export type CostModel = Defs['CostModel'];
export type Trend = Defs['Trend'];
export type Renewal = Defs['Renewal'];
export type Capacity = Defs['Capacity'];
export type SizeCapacity = Defs['SizeCapacity'];
export type RecordedExchange = Defs['RecordedExchange'];
export type Target = Defs['Target'];
export type Traffic = Defs['Traffic'];
export type Problem = Defs['Problem'];
export type Shard = Defs['Shard'];

/** The validator of run records. */
export const runRecord = validatorOf<RunRecord>(recordSchema);

/** The part of a record that does not depend on what was run. */
export type RecordHead = Pick<
  SuiteRecord,
  'schemaVersion' | 'id' | 'startedAt' | 'tool' | 'host' | 'target' | 'settings' | 'seed'
>;

function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

/** The head of a record that starts now. */
export function recordHead(
  given: Pick<RecordHead, 'target' | 'settings' | 'seed'>,
  id: string,
  now: Date = new Date(),
): RecordHead {
  return {
    schemaVersion: recordVersion,
    id,
    startedAt: now.toISOString(),
    tool: { version: packageJson.version, commit: commit(), node: process.version },
    host: { cpu: cpus()[0]?.model ?? 'unknown', cores: Math.max(1, cpus().length), memoryBytes: totalmem() },
    ...given,
  };
}

/**
 * An identifier that sorts by time: `20261122-231500-a1b2`. Shards have one seed and may start in the same
 * second, so that theirs say which they are: `20261122-231500-a1b2-1of3`.
 */
export function runId(now: Date, seed: number, shard?: Shard): string {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const part = shard ? `-${shard.current}of${shard.total}` : '';
  return `${stamp}-${(seed >>> 0).toString(16).padStart(8, '0').slice(-4)}${part}`;
}

/** Makes the folder of a run before anything is spent on it. Throws OUT_NOT_WRITABLE. */
export function makeRunFolder(out: string, id: string): string {
  const folder = join(out, id);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new ToolkitError('OUT_NOT_WRITABLE', { folder, reason: reasonOf(error) });
  }
  return folder;
}

/** Writes `record.json` into a folder, which is made when it is missing. Throws OUT_NOT_WRITABLE. */
export function writeRecord(folder: string, record: RunRecord): string {
  const name = 'record.json';
  writeWhole(folder, new Map([[name, `${JSON.stringify(record, null, 1)}\n`]]));
  return join(folder, name);
}

/** Reads a record of any version and validates it, given its file or its folder. Throws RECORD_UNREADABLE, RECORD_NEWER, RECORD_VERSION. */
export function readRecord(path: string): RunRecord {
  let given: unknown;
  let file = path;
  try {
    if (statSync(path).isDirectory()) file = join(path, 'record.json');
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ToolkitError('RECORD_UNREADABLE', { file, reason: reasonOf(error) });
  }
  const record = migrate(given, file);
  if (runRecord.test(record)) return record;
  const [first] = runRecord.problems(record);
  throw new ToolkitError('RECORD_UNREADABLE', {
    file,
    reason: `${first?.instancePath || '/'} ${first?.message ?? ''}`,
  });
}
