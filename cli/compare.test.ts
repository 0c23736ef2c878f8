import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeRecord } from '../contracts/record.ts';
import { brokenSuite, keptSuite } from '../reports/sample-suites.ts';
import { call } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [base, head] = [join(folder, 'base'), join(folder, 'head')];
writeRecord(join(base, 'suite'), keptSuite);
writeRecord(join(head, 'suite'), brokenSuite);

test('compare: a new finding is told, and fails only where it is asked to', async () => {
  const told = await call(['compare', base, head]);
  expect(told).toMatchObject({ code: 0, stderr: '' });
  expect(told.stdout).toContain('The behaviour of the service changed');
  expect(readFileSync(join(head, 'comparison.md'), 'utf8')).toContain('New findings');
  expect(readFileSync(join(head, 'comparison.html'), 'utf8')).toContain('新增的发现');
  const failed = await call([
    ...['compare', base, head, '--fail-on', 'coverage', '--fail-on', 'new-findings'],
    ...['--json', '--out', join(folder, 'out')],
  ]);
  expect(failed.code).toBe(5);
  expect(JSON.parse(failed.stdout)).toMatchObject({
    failed: ['new-findings'],
    contract: { goneFindings: [] },
  });
  expect(existsSync(join(folder, 'out', 'comparison.html'))).toBe(true);
});

test('compare: a condition that is none is refused before anything is read', async () => {
  const { code, stderr } = await call(['compare', 'no-such', 'folder', '--fail-on', 'slower:much']);
  expect(code).toBe(2);
  expect(stderr).toContain('--fail-on is "slower:much"');
  expect((await call(['compare', base, join(folder, 'none')])).code).toBe(2);
});
