import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { reasonOf, ToolkitError } from './errors.ts';
import { validatorOf } from './json-schema.ts';
import { type Observations, sortedObservations } from './observations.ts';
import recordSchema from './record.schema.json' with { type: 'json' };

const { Observations: schema, ObservedValue } = recordSchema.$defs;
const observations = validatorOf<Observations>({ ...schema, $defs: { ObservedValue } });

/** Where a user may keep what was observed, unless PKDK_OBSERVED says otherwise. */
export function observedFile(file: string | undefined): string {
  return file ?? relative('', join(import.meta.dirname, 'observed.json'));
}

/** Reads what a user keeps. Throws OBSERVED_UNREADABLE. */
export function readObserved(file: string): Observations {
  let kept: unknown;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ToolkitError('OBSERVED_UNREADABLE', { file, reason: reasonOf(error) });
  }
  if (observations.test(kept)) return kept;
  const [first] = observations.problems(kept);
  const reason = `${first?.instancePath || '/'} ${first?.message ?? ''}`;
  throw new ToolkitError('OBSERVED_UNREADABLE', { file, reason });
}

/**
 * What a run is compared with: the file of the settings, which must be there, or the usual one, if there is one.
 * Throws OBSERVED_UNREADABLE.
 */
export function observedBefore(given: string | undefined): Observations {
  const file = observedFile(given);
  return given !== undefined || existsSync(file) ? readObserved(file) : {};
}

/** Writes what a user keeps, in the order of names. Throws OUT_NOT_WRITABLE. */
export function writeObserved(file: string, kept: Observations): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(sortedObservations(kept), null, 2)}\n`);
  } catch (error) {
    throw new ToolkitError('OUT_NOT_WRITABLE', { folder: file, reason: reasonOf(error) });
  }
}
