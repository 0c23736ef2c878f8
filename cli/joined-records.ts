import { ToolkitError } from '../contracts/errors.ts';
import { type LoadRecord, type RunRecord, readRecord } from '../contracts/record.ts';
import type { Records } from '../reports/model.ts';
import { recordFolders } from './record-folders.ts';

function unjoinable(value: string): ToolkitError {
  const expected = {
    en: 'at most one record of each kind; of load two, if they measured one target in two scenarios',
    zh: '每种记录至多一份；压测记录可以有两份，但须针对同一被测服务且场景不同',
  };
  return new ToolkitError('SETTING', { name: 'report', value, expected });
}

/** A search for the capacity says most: it leads, and what else was measured stands beside it. */
function loadParts(loads: readonly LoadRecord[]): Pick<Records, 'load' | 'secondLoad'> {
  const [load, secondLoad] = loads.toSorted(
    (a, b) => Number(Boolean(b.capacity)) - Number(Boolean(a.capacity)),
  );
  if (!load || !secondLoad) return load ? { load } : {};
  const isOfOneTarget = load.target.url === secondLoad.target.url || load.target.referenceService;
  if (loads.length > 2 || load.scenario === secondLoad.scenario || !isOfOneTarget)
    throw unjoinable(loads.map(({ scenario, target }) => `${scenario} ${target.url}`).join(', '));
  return { load, secondLoad };
}

/** The records at some paths as the parts of one report. Throws RECORD_UNREADABLE, and SETTING when they are of several runs. */
export function joinedRecords(paths: readonly string[]): Records {
  const records = paths.flatMap(recordFolders).map(readRecord);
  const all = <K extends RunRecord['kind']>(kind: K) =>
    records.filter((record): record is Extract<RunRecord, { kind: K }> => record.kind === kind);
  const one = <K extends 'suite' | 'faults'>(kind: K) => {
    const found = all(kind);
    if (found.length > 1) throw unjoinable(`${found.length} × ${kind}`);
    return found[0];
  };
  const [suite, faults] = [one('suite'), one('faults')];
  return { ...(suite && { suite }), ...loadParts(all('load')), ...(faults && { faults }) };
}
