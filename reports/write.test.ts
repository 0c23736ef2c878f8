import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { formats } from './formats/formats.ts';
import { keptLoad } from './sample-sweeps.ts';
import { writeReport } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('writes the usual files, making the folder', () => {
  const into = join(folder, 'a', 'b');
  const files = writeReport(into, { load: keptLoad }, 'en');
  expect(files.get('html')).toBe(join(into, 'index.html'));
  expect(readFileSync(join(into, 'index.html'), 'utf8')).toMatch(/^<!doctype html>/);
  expect(readFileSync(join(into, 'summary.md'), 'utf8')).toMatch(/^# ✓ Contract kept/);
  expect(readdirSync(into).sort()).toEqual([...files.values()].map((file) => basename(file)).sort());
});

test('leaves what was there when one of the files cannot be written', () => {
  const into = join(folder, 'taken');
  mkdirSync(join(into, 'summary.md', 'full'), { recursive: true });
  writeFileSync(join(into, 'index.html'), 'before');
  const html = formats.filter(({ name }) => name === 'html');
  const markdown = formats.filter(({ name }) => name === 'markdown');
  expect(() => writeReport(into, { load: keptLoad }, 'en', [...markdown, ...html])).toThrow(
    expect.objectContaining({ code: 'OUT_NOT_WRITABLE' }),
  );
  expect(readFileSync(join(into, 'index.html'), 'utf8')).toBe('before');
  expect(readdirSync(into).sort()).toEqual(['index.html', 'summary.md']);
});

test('says when the folder cannot be written', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => writeReport(file, { load: keptLoad }, 'en')).toThrow(
    expect.objectContaining({ code: 'OUT_NOT_WRITABLE', params: expect.objectContaining({ folder: file }) }),
  );
});
