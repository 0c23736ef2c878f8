import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../markdown-text.ts';
import { brokenSuite, exchange, keptSuite } from '../../sample-suites.ts';
import { brokenLoad, keptLoad } from '../../sample-sweeps.ts';
import { renderSummary } from './summary.ts';

test('a kept contract', async () => {
  const markdown = renderSummary({ suite: keptSuite, load: keptLoad }, 'en');
  await expect(markdown).toMatchFileSnapshot('../../golden/kept.en.md.snap');
});

test('a broken contract, in Chinese', async () => {
  const markdown = renderSummary({ suite: brokenSuite, load: brokenLoad }, 'zh');
  await expect(markdown).toMatchFileSnapshot('../../golden/broken.zh.md.snap');
});

describe('escaping', () => {
  test.each([
    ['a|b', 'a\\|b'],
    ['<script>&', '&lt;script&gt;&amp;'],
    ['`*[]~\\', '\\`\\*\\[\\]\\~\\\\'],
    ['PKDK_SEED _x_', 'PKDK_SEED \\_x\\_'],
    ['two\r\n  lines', 'two lines'],
  ])('%j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('a hostile title stays in its summary', () => {
    const cases = brokenSuite.cases.map((one) => ({ ...one, title: '</summary><script>' }));
    const markdown = renderSummary({ suite: { ...brokenSuite, cases } }, 'en');
    expect(markdown).toContain('isolation › &lt;/summary&gt;&lt;script&gt;');
    expect(markdown).not.toContain('<script>');
  });

  test('a fence is longer than the backticks inside it', () => {
    const exchanges = [exchange('x1', { curl: 'curl ```` x' })];
    expect(renderSummary({ suite: { ...brokenSuite, exchanges } }, 'en')).toContain(
      '`````sh\ncurl ```` x\n`````',
    );
  });
});

test('a summary of very many failures stays small', () => {
  const cases = Array.from({ length: 500 }, (_, i) => ({
    ...keptSuite.cases[0],
    id: `c${i}`,
    title: `case ${i}`,
    suite: 'many',
    status: 'failed' as const,
    durationMs: 1,
    findings: [],
    exchangeIds: [],
    error: `${i} ${'x'.repeat(1000)}`,
  }));
  const markdown = renderSummary({ suite: { ...brokenSuite, cases } }, 'en');
  expect(markdown).toContain('480 more are in record.json');
  expect(markdown.length).toBeLessThan(60_000);
});
