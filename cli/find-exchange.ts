import { ToolkitError } from '../contracts/errors.ts';
import type { Case, LoadRecord, RecordedExchange, SuiteRecord } from '../contracts/record.ts';
import { readRecord } from '../contracts/record.ts';
import { recordFolders } from './record-folders.ts';

/** An exchange of a run, and where it belongs. */
export interface Found {
  readonly record: SuiteRecord | LoadRecord;
  readonly exchange: RecordedExchange;
  /** The case that made it; load has none. */
  readonly of?: Case;
}

/** Exchanges that are named where the right one is not there. */
const maxListed = 10;

function exchangesAt(path: string): Found[] {
  return recordFolders(path).flatMap((folder) => {
    const record = readRecord(folder);
    if (record.kind === 'faults') return [];
    const cases = record.kind === 'suite' ? record.cases : [];
    return record.exchanges.map((exchange): Found => {
      const of = cases.find(({ exchangeIds }) => exchangeIds.includes(exchange.id));
      return { record, exchange, ...(of && { of }) };
    });
  });
}

/** How many first characters two texts have in common. */
function alike(a: string, b: string): number {
  const differs = [...a].findIndex((character, i) => character !== b[i]);
  return differs < 0 ? a.length : differs;
}

/** The exchange of a run with this id. Throws RECORD_UNREADABLE, EXCHANGE_UNKNOWN. */
export function findExchange(path: string, id: string): Found {
  const all = exchangesAt(path);
  const found = all.find(({ exchange }) => exchange.id === id);
  if (found) return found;
  const nearest = all.toSorted((a, b) => alike(id, b.exchange.id) - alike(id, a.exchange.id));
  const listed = nearest.slice(0, maxListed).map(({ exchange, of }) => {
    const title = of ? `${of.suite} › ${of.title}` : exchange.outcome;
    return new ToolkitError('EXCHANGE_LISTED', { id: exchange.id, title });
  });
  throw new ToolkitError('EXCHANGE_UNKNOWN', { id, file: path, count: all.length }, listed);
}
