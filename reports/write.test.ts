import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keptLoad } from './sample-sweeps.ts';
import { writeReport } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('writes both files, making the folder', () => {
  const files = writeReport(join(folder, 'a', 'b'), { load: keptLoad }, 'en');
  expect(files.html).toBe(join(folder, 'a', 'b', 'index.html'));
  expect(readFileSync(files.html, 'utf8')).toMatch(/^<!doctype html>/);
  expect(readFileSync(files.markdown, 'utf8')).toMatch(/^# ✓ Contract kept/);
});

test('says when the folder cannot be written', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => writeReport(file, { load: keptLoad }, 'en')).toThrow(
    expect.objectContaining({ code: 'OUT_NOT_WRITABLE', params: expect.objectContaining({ folder: file }) }),
  );
});
