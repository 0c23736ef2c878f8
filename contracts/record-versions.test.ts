import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRecord } from './record.ts';
import { recordVersion } from './record-versions.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-versions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const recorded = (name: string) => join(import.meta.dirname, 'records', `${name}.json`);

function written(record: unknown): string {
  const file = join(folder, 'record.json');
  writeFileSync(file, JSON.stringify(record));
  return file;
}

test('a record that the suites of version 1 wrote is read as one of today', () => {
  const record = readRecord(recorded('version-1-suite'));
  expect(record).toMatchObject({ schemaVersion: recordVersion, kind: 'suite', planned: 4, observations: {} });
  if (record.kind !== 'suite') return;
  expect(record.coverage).toEqual({ covered: 0, total: 0, points: [] });
  expect(record.exchanges.map(({ token }) => token)).toEqual(['missing', 'missing', 'missing']);
});

test('a record that a sweep of version 1 wrote has its connections in a list', () => {
  const record = readRecord(recorded('version-1-load'));
  expect(record).toMatchObject({ schemaVersion: recordVersion, plan: { connections: [2] } });
});

test('what version 1 has of today stays as it is', () => {
  const record = readRecord(recorded('version-1-suite'));
  if (record.kind === 'faults') return expect.unreachable();
  const exchanges = record.exchanges.map((one) => ({ ...one, token: 'refresh' }));
  const later = { ...record, schemaVersion: 1, planned: 7, exchanges };
  expect(readRecord(written(later))).toEqual({ ...later, schemaVersion: recordVersion });
});

test('a record of a later version is refused, and what to do is said', () => {
  const file = written({ schemaVersion: recordVersion + 1, kind: 'load' });
  expect(() => readRecord(file)).toThrow(expect.objectContaining({ code: 'RECORD_NEWER' }));
  expect(() => readRecord(file)).toThrow(`${file} is of version ${recordVersion + 1}`);
});

test.each([0, -1, 1.5, '1', null, true, undefined, {}])('the version %j is refused', (schemaVersion) => {
  expect(() => readRecord(written({ schemaVersion, kind: 'load' }))).toThrow(
    expect.objectContaining({ code: 'RECORD_VERSION' }),
  );
});

test.each([[[]], [null], ['record'], [7]])('%j is no record', (value) => {
  expect(() => readRecord(written(value))).toThrow(expect.objectContaining({ code: 'RECORD_UNREADABLE' }));
});

test('what is wrong with a record is told of its kind alone', () => {
  const { points: _points, ...record } = { ...readRecord(recorded('version-1-load')), points: [] };
  expect(() => readRecord(written(record))).toThrow("must have required property 'points'");
});
