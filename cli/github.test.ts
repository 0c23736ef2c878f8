import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { call } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-github-'));
afterAll(() => rmSync(folder, { recursive: true }));

const smoke = ['load', 'smoke', '--batch-sizes', '1', '--duration', '100ms', '--warmup', '50ms'];

test('a run in GitHub Actions marks what is wrong, adds to the summary, and keeps stdout for data', async () => {
  const summaryFile = join(folder, 'summary.md');
  const out = join(folder, 'out');
  const { code, stdout, stderr } = await call(
    [...smoke, '--threshold', 'p99<0.001ms', '--out', out, '--json'],
    {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summaryFile,
    },
  );
  // On a busy machine it is not known whether the service is to blame.
  expect([5, 6]).toContain(code);
  expect(JSON.parse(stdout).exitCode).toBe(code);
  expect(stderr).toMatch(
    /^::(?:error|warning) file=contracts\/openapi\.yaml,line=\d+,title=.*::Threshold p99<0\.001ms/m,
  );
  const [run = ''] = readdirSync(out);
  expect(readFileSync(summaryFile, 'utf8')).toBe(readFileSync(join(out, run, 'summary.md'), 'utf8'));
  expect(readdirSync(join(out, run)).sort()).toEqual([
    'comment.md',
    'findings.sarif',
    'index.html',
    'junit.xml',
    'metrics.txt',
    'points.csv',
    'record.json',
    'summary.md',
  ]);

  const asked = await call([
    'report',
    join(out, run),
    '--format',
    'junit',
    '--format',
    'csv,annotations',
    '--json',
  ]);
  expect(Object.keys(JSON.parse(asked.stdout))).toEqual(['junit', 'csv', 'annotations']);
  const unknown = await call(['report', join(out, run), '--format', 'pdf']);
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    expect.stringContaining('html, markdown, comment, junit'),
  ]);
});

test('a summary that cannot be written is told, and changes nothing; elsewhere no line is marked', async () => {
  const { code, stderr } = await call([...smoke, '--out', join(folder, 'unwritable')], {
    GITHUB_STEP_SUMMARY: join(folder, 'no', 'such', 'folder'),
  });
  expect([0, 6]).toContain(code);
  expect(stderr).toContain('The summary of this step could not be written');
  expect(stderr).not.toMatch(/^::/m);
});
