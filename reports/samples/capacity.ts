import { fileURLToPath } from 'node:url';
import { type LoadRecord, readRecord } from '../../contracts/record.ts';

function loadOf(file: string): LoadRecord {
  const record = readRecord(fileURLToPath(new URL(file, import.meta.url)));
  if (record.kind !== 'load') throw new Error(`${file} is no record of load`);
  return record;
}

/** A search for the capacity as it was recorded: six sizes, 60 points, all verdicts but one. */
export const capacityLoad = loadOf('capacity.json');
