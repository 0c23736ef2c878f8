import { expect, test } from 'vitest';
import { headlineOf } from '../headline.ts';
import { localeOf } from '../locale.ts';
import { verdictOf } from '../model.ts';
import { renderHtml } from '../page.ts';
import { brokenSuite, keptSuite } from '../sample-suites.ts';
import { observedRows } from './observed-rows.ts';

const [en, zh] = [localeOf('en'), localeOf('zh')];
const changes = [{ name: 'duplicates', before: 'once', now: 'per-occurrence' }];
const changed = { ...keptSuite, observationChanges: changes };

test('kinds of bad input that were met alike make one row, and the row names them', () => {
  const row = observedRows(keptSuite, zh).find(({ members }) => members.length > 0);
  expect(row).toEqual({
    what: '不是批次的请求体 × 2',
    members: ['缺少 dk', '缺少 pk'],
    ...{ seen: '业务码 50005', before: '', isChanged: false },
  });
  expect(observedRows(keptSuite, zh)).toHaveLength(9);
});

test('what changed comes first, those that changed alike in one row', () => {
  const rows = observedRows(brokenSuite, en);
  expect(rows.map(({ isChanged }) => isChanged).slice(0, 3)).toEqual([true, true, false]);
  expect(rows.slice(0, 2)).toMatchObject([
    { what: 'Device repeated in one request', before: '' },
    {
      what: 'Body that is no batch × 2',
      before: 'code 50005',
      seen: 'HTTP 400',
      members: ['no dk', 'no pk'],
    },
  ]);
});

test('a change is in the headline, and breaks the contract where it is to be strict', () => {
  const line =
    'Changed observations: Device repeated in one request (answered once → answered once per occurrence)';
  expect(headlineOf({ suite: changed }, en).details).toContain(line);
  expect(headlineOf({ suite: keptSuite }, en).details.join()).not.toContain('Changed');
  expect(verdictOf({ suite: changed })).toBe('kept');
  const strict = { PKDK_STRICT: '1' };
  expect(verdictOf({ suite: { ...changed, settings: strict } })).toBe('broken');
  expect(verdictOf({ suite: { ...keptSuite, settings: strict } })).toBe('kept');
});

test('a headline names a few changes and counts the others', () => {
  const names = Array.from({ length: 8 }, (_, i) => `fact-${i}`);
  const many = {
    ...keptSuite,
    observations: Object.fromEntries(names.map((name) => [name, 2])),
    observationChanges: names.map((name) => ({ name, before: 1, now: 2 })),
  };
  const [, line = ''] = headlineOf({ suite: many }, en).details;
  expect(line).toMatch(/^Changed observations: fact-0 \(1 → 2\), .*fact-4 \(1 → 2\), and 3 more$/);
});

test('the page has a table of them, unless nothing was observed', () => {
  const page = renderHtml({ suite: changed }, 'zh');
  expect(page).toContain(
    '<td>同一请求中的重复设备</td><td>只应答一次</td><td><strong class="known">每次出现各应答一次</strong></td>',
  );
  expect(page.indexOf('与上次相比的变化')).toBeLessThan(page.indexOf('页面未说明之处</h3>'));
  expect(page.match(/<td>同一请求中的重复设备<.td>/g)).toHaveLength(1);
  expect(page).toContain('<details><summary>不是批次的请求体 × 2</summary>缺少 dk、缺少 pk</details>');
  expect(renderHtml({ suite: { ...keptSuite, observations: {} } }, 'zh')).not.toContain('页面未说明之处');
});
