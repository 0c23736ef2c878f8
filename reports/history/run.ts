import type { RunRecord } from '../../contracts/record.ts';
import { type Verdict, verdictOf } from '../model.ts';
import { type Common, commonOf, keyOfCommon, machineOf } from './comparable.ts';
import { type Reading, readingsOf, recordsOf } from './readings.ts';

/** What a history keeps of a record: a thousand of these fit where a thousand records do not. */
export interface Run {
  readonly id: string;
  readonly startedAt: string;
  /** The same in milliseconds since the epoch. */
  readonly time: number;
  readonly commit: string | null;
  readonly version: string;
  readonly machine: string;
  readonly verdict: Verdict;
  readonly common: Common;
  /** Runs with the same one compare. */
  readonly key: string;
  readonly readings: readonly Reading[];
  /** Where its report is, or the record where there is none: relative to the page, as a URL. */
  readonly href: string;
}

/** What to keep of a record. */
export function runOf(record: RunRecord, href: string): Run {
  const { id, startedAt, tool } = record;
  const common = commonOf(record);
  return {
    ...{ id, startedAt, time: Date.parse(startedAt) },
    ...{ commit: tool.commit, version: tool.version, machine: machineOf(record) },
    verdict: verdictOf(recordsOf(record)),
    common,
    key: keyOfCommon(common),
    readings: readingsOf(record),
    href,
  };
}
