import { expect, test } from 'vitest';
import { brokenSuite, foreignSucceeded, keptSuite } from '../../sample-suites.ts';
import { brokenLoad, keptLoad } from '../../sample-sweeps.ts';
import { missedLoad, mixedSuite } from '../sample-mixed.ts';
import { commentMarker, renderComment } from './comment.ts';

test('a broken contract, in English', async () => {
  const comment = renderComment({ suite: mixedSuite, load: missedLoad }, 'en');
  await expect(comment).toMatchFileSnapshot('../../golden/broken.en.comment.md.snap');
});

test('load, in Chinese', async () => {
  const comment = renderComment({ load: brokenLoad }, 'zh');
  await expect(comment).toMatchFileSnapshot('../../golden/load.zh.comment.md.snap');
});

test('the marker is that of the next run of the same parts, and of no other', () => {
  const [first] = renderComment({ suite: brokenSuite, load: brokenLoad }, 'zh').split('\n');
  expect(first).toBe(commentMarker({ suite: keptSuite, load: keptLoad }));
  expect(commentMarker({ suite: keptSuite })).not.toBe(first);
});

test('GitHub takes it however much there is to say', () => {
  const params = { ...foreignSucceeded.params, pk: '设备'.repeat(5000) };
  const cases = Array.from({ length: 400 }, (_, i) => ({
    ...(keptSuite.cases[0] ?? { title: '' }),
    id: `c${i}`,
    title: `case ${i} ${'x'.repeat(5000)}`,
    suite: 'many',
    status: 'failed' as const,
    durationMs: 1,
    findings: [{ ...foreignSucceeded, at: `/data/${i}x`, params }],
    exchangeIds: [],
  }));
  const comment = renderComment({ suite: { ...brokenSuite, cases } }, 'en');
  expect(comment.length).toBeLessThan(65_536);
  expect(comment).toContain('index.html');
});
