import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { LoadRecord } from '../contracts/record.ts';
import { night, sweepOf } from '../reports/history/sample-history.ts';
import { keptSuite } from '../reports/sample-suites.ts';
import { call } from './call.ts';

const root = mkdtempSync(join(tmpdir(), 'pkdk-history-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, content: unknown): void {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

const hostile = 'a b#?%25 & "c" <d>\' 中文:x';

/** The sweep of a night, at one batch size. */
function sweep(n: number, changes: Partial<LoadRecord> = {}): LoadRecord {
  const record = sweepOf(n, 1 + (n % 5) / 200);
  return { ...record, points: record.points.slice(0, 1), ...changes };
}

function fill(): void {
  for (let n = 0; n < 20; n++) put(`runs/night-${n}/record.json`, sweep(n));
  put(`runs/${hostile}/load/record.json`, sweep(20));
  put(`runs/${hostile}/index.html`, 'the page of the run');
  put('runs/night-3/index.html', 'another');
  put('runs/copy/record.json', sweep(3));
  put('runs/undated/record.json', sweep(30, { startedAt: 'last week' }));
  put('runs/cut/record.json', '{"schemaVersion":1,"kind":"suite"');
  put('runs/foreign/record.json', { artist: 'Nina Simone' });
  put('runs/half/record.json', { ...keptSuite, cases: 12 });
  put('runs/a-list/record.json', '[]');
  symlinkSync(join(root, 'runs'), join(root, 'runs', 'circle'));
  symlinkSync(join(root, 'runs', 'night-0', 'record.json'), join(root, 'runs', 'night-1', 'linked.json'));
  mkdirSync(join(root, 'runs', 'odd', 'record.json'), { recursive: true });
}

test('all runs below a folder, with what is no record at the foot, and links that lead to the runs', async () => {
  fill();
  const out = join(root, 'trend', 'of 2026');
  const folder = join(root, 'runs');
  const { code, stdout } = await call(['report', '--history', folder, '--out', out, '--json']);
  expect(code).toBe(0);
  const { files, title, tracks, leftOut } = JSON.parse(stdout);
  expect(files).toEqual([join(out, 'history.html'), join(out, 'history.md')]);
  expect(title).toBe('No change in 21 runs since Mar 1, 2026');
  expect(tracks[0].runs.map(({ startedAt }: { startedAt: string }) => startedAt)).toEqual(
    Array.from({ length: 21 }, (_, n) => night(n)),
  );
  const left = leftOut.map(({ file, why }: { file: string; why: string }) => [file, why]);
  expect(left.map(([file]: [string]) => file)).toEqual(
    ['a-list', 'cut', 'foreign', 'half', 'night-3', 'undated'].map((name) => join(name, 'record.json')),
  );
  expect(Object.fromEntries(left)[join('night-3', 'record.json')]).toContain(join('copy', 'record.json'));
  expect(Object.fromEntries(left)[join('undated', 'record.json')]).toContain('/startedAt');

  const page = readFileSync(join(out, 'history.html'), 'utf8');
  for (const name of ['a-list', 'cut', 'foreign', 'half', 'undated']) {
    expect(page.includes(join(name, 'record.json')), name).toBe(true);
  }
  const links = [...page.matchAll(/<a href="([^"#][^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&#39;', "'"),
  );
  const led = links.map((href) => fileURLToPath(new URL(href, pathToFileURL(join(out, 'history.html')))));
  expect(led.filter((file) => !existsSync(file))).toEqual([]);
  expect(led).toContain(join(folder, hostile, 'index.html'));
  expect(led).toContain(join(folder, 'night-0', 'record.json'));
});

test('what it cannot work with, it says', async () => {
  const missing = await call(['report', '--history', join(root, 'nowhere')]);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain(`There is no folder ${join(root, 'nowhere')}`);
  put('none/record.json', '{"artist":"Nina Simone"}');
  const none = await call(['report', '--history', join(root, 'none'), '--lang', 'zh']);
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('没有运行记录');
  expect(existsSync(join(root, 'none', 'history.html'))).toBe(false);
  const both = await call(['report', '--history', join(root, 'none'), join(root, 'none')]);
  expect(both.code).toBe(2);
  const neither = await call(['report']);
  expect(neither.code).toBe(2);
  expect(neither.stderr).toContain('--history');
});
