import { describe, expect, test } from 'vitest';
import { planHash } from '../../contracts/plan-hash.ts';
import type { LoadRecord } from '../../contracts/record.ts';
import { renderSummary } from '../formats/markdown/summary.ts';
import { localeOf } from '../locale.ts';
import { verdictOf } from '../model.ts';
import { renderHtml } from '../page.ts';
import { commandsOf, runRows } from '../run-rows.ts';
import { brokenLoad, keptLoad } from '../sample-sweeps.ts';
import { capacityLoad } from '../samples/capacity.ts';
import { costNotes } from './cost.ts';
import { costBand, gainOfDoubling, residualsOf, worthwhileSize } from './cost-model.ts';
import { headRoomTable } from './head-room-table.ts';
import { ratesOf } from './rates.ts';
import { scalability, scaledLoad } from './sample-scaled.ts';
import { sayScalability } from './scalability.ts';
import { planningSection } from './section.ts';
import { workedTable } from './what-if-block.ts';
import { sayTime } from './what-if-words.ts';

const [en, zh] = [localeOf('en'), localeOf('zh')];
const { cost, lowLoad } = keptLoad;
const load: LoadRecord = { ...capacityLoad, ...(cost && { cost }), ...(lowLoad && { lowLoad }) };

describe('the cost of a call', () => {
  const model = {
    ...{ fixedMs: 4, perDeviceMs: 0.05, r2: 1 },
    interval: { fixedMs: { low: 3.5, high: 4.5 }, perDeviceMs: { low: 0.04, high: 0.06 } },
  };

  test('twice the size: by hand', () => {
    // T(100) = 9, T(200) = 14: 18 / 14.
    expect(gainOfDoubling(model, 100)).toBeCloseTo(2 / 7, 12);
    // 4 / (4 + 0.1 N) = 0.1 at N = 360.
    expect(worthwhileSize(model, [1, 500])).toBe(360);
    expect(gainOfDoubling(model, 360)).toBeCloseTo(0.1, 12);
    expect(worthwhileSize(model, [1, 240])).toBe(360);
    expect(worthwhileSize(model, [1, 239])).toBeUndefined();
    expect(worthwhileSize({ ...model, fixedMs: -0.1 }, [1, 10])).toBe(1);
    expect(worthwhileSize({ ...model, perDeviceMs: -0.1 }, [1, 10])).toBeUndefined();
  });

  test('its band, and how far medians are off the line', () => {
    expect(costBand(model, 100)).toEqual({ low: 7.5, high: 10.5 });
    const [residual] = residualsOf(model, { points: [{ batchSize: 100, medianMs: 9.9 }] });
    expect(residual?.share).toBeCloseTo(0.1, 12);
  });

  test('is told with its best batch size and its residuals', () => {
    const notes = costNotes(load, en).join(' ');
    expect(notes).toMatch(/From batch size \d+ on, twice the size gains less than 10%/);
    expect(notes).toMatch(/The medians are at most [\d.]+ ms \([\d.]+ %\) off the line, at batch size/);
    expect(costNotes(load, zh).join('')).toMatch(/批大小达到 \d+ 后，再加倍时/);
  });
});

test('head-room: peaks in round numbers, with and without one that may fail', () => {
  expect(headRoomTable(68_465, en).rows).toEqual([
    ['34,000', '2.94B', '1', '2', '25%', '7'],
    ['68,000', '5.88B', '2', '3', '33%', '7'],
    ['140,000', '12.1B', '3', '4', '51%', '0'],
    ['340,000', '29.4B', '8', '9', '55%', '2'],
    ['680,000', '58.8B', '15', '16', '62%', '1'],
    ['1,400,000', '121B', '30', '31', '66%', '0'],
  ]);
});

test('worked questions: the largest takes more than one replica in the shortest time', () => {
  const [own] = ratesOf(capacityLoad);
  if (!own) throw new Error('no rates');
  const { rows } = workedTable(own, zh);
  expect(rows).toHaveLength(12);
  expect(rows[0]?.slice(0, 3)).toEqual(['100,000', '10 分钟', '500']);
  expect(rows.map((cells) => cells[3])).toEqual(['1', '1', '1', '1', '1', '1', '1', '1', '1', '4', '1', '1']);
  expect(rows[9]).toEqual(['100,000,000', '10 分钟', '500', '4', '5', '383', '8 分 42 秒', '333']);
});

test.each([
  [840, '840 ms', '840 毫秒'],
  [12_440, '12.4 s', '12.4 秒'],
  [59_990, '1 min', '1 分钟'],
  [200_000, '3 min 20 s', '3 分 20 秒'],
  [3_600_000, '1 h', '1 小时'],
  [3_599_600, '1 h', '1 小时'],
  [7_500_000, '2 h 5 min', '2 小时 5 分'],
])('%d ms', (ms, english, chinese) => {
  expect([sayTime(ms, en), sayTime(ms, zh)]).toEqual([english, chinese]);
});

test('a search that found nothing, and one that knows all', () => {
  const { slo = '' } = capacityLoad.plan;
  const nothing = planningSection(
    { load: { ...capacityLoad, capacity: { slo, perSize: [] } } },
    en,
  )?.content.toString();
  expect(nothing).toContain('there is nothing to plan with');
  expect(nothing).not.toContain('<form');
  expect(nothing).toContain('npm run load -- sweep --connections 1,2,4,8,16,32');
  const all = planningSection({ load }, zh)?.content.toString();
  expect(all).toContain('单次调用的耗时');
  expect(all).toContain('data-rates="[{&quot;objective&quot;:');
  expect(all).not.toContain('没有任何速率');
  expect(planningSection({ load: keptLoad }, en)).toBeUndefined();
});

describe('a search and a sweep on one page', () => {
  const records = { load: capacityLoad, secondLoad: scaledLoad };

  test.each(['en', 'zh'] as const)('in %s: models in the plan, points in a section of their own', (lang) => {
    const locale = localeOf(lang);
    const page = renderHtml(records, lang);
    const plan = planningSection(records, locale)?.content.toString() ?? '';
    expect(plan).toContain(sayScalability(scalability, locale));
    expect(plan).toContain(locale.say('dashedNote'));
    expect(plan).toContain(locale.say('costOfCall'));
    expect(plan).not.toContain('--connections 1,2,4,8,16,32');
    // A drawing for wide screens and one for narrow ones, in both languages: in one place each.
    expect(page.split(`aria-label="${locale.say('scalabilityChart')}.`)).toHaveLength(3);
    expect(page).toContain(`id="second-load-${lang}"`);
    expect(page).toContain(
      `<th>${locale.say('labelled', { label: locale.say('load'), value: 'sweep' })}</th>`,
    );
    expect(renderSummary(records, lang)).toContain(sayScalability(scalability, locale));
  });

  test('what breaks the contract in either of them breaks it', () => {
    expect(verdictOf(records)).toBe('kept');
    expect(verdictOf({ ...records, secondLoad: brokenLoad })).toBe('broken');
    expect(verdictOf({ ...records, secondLoad: { ...scaledLoad, interrupted: true } })).toBe('incomplete');
  });

  test('both commands, both plans', () => {
    expect(commandsOf(records).map((command) => /load \w+/.exec(command)?.[0])).toEqual([
      'load capacity',
      'load sweep',
    ]);
    const hashes = runRows(records, en).find(({ label }) => label === 'Plan hash')?.values ?? [];
    expect(hashes).toEqual([planHash(capacityLoad), planHash(scaledLoad)]);
    expect(new Set(hashes).size).toBe(2);
  });
});

test('a plan’s hash depends on what was asked for, not on the order in which it is written', () => {
  const { scenario, plan } = scaledLoad;
  const { batchSizes, ...rest } = plan;
  expect(planHash(scaledLoad)).toMatch(/^[0-9a-f]{12}$/);
  expect(planHash({ plan: { ...rest, batchSizes }, scenario })).toBe(planHash(scaledLoad));
  expect(planHash({ scenario, plan: { ...plan, batchSizes: [1] } })).not.toBe(planHash(scaledLoad));
});
