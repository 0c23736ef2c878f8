import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { outcomes } from '../../contracts/outcome.ts';
import type { LoadRecord } from '../../contracts/record.ts';
import { brokenLoad, keptLoad, rateLoad } from '../sample-sweeps.ts';
import { renderCsv } from './csv.ts';

function rowsOf(load: LoadRecord, secondLoad?: LoadRecord): Record<string, string>[] {
  return parse(renderCsv({ load, ...(secondLoad && { secondLoad }) }), { columns: true });
}

test('every point is a row, and every figure comes back as it was', () => {
  const rows = rowsOf(brokenLoad, rateLoad);
  const points = [...brokenLoad.points, ...rateLoad.points];
  expect(rows.map(({ scenario, point }) => `${scenario} ${point}`)).toEqual([
    ...brokenLoad.points.map((_, i) => `sweep ${i}`),
    ...rateLoad.points.map((_, i) => `rate ${i}`),
  ]);
  for (const [i, row] of rows.entries()) {
    const point = points[i];
    if (!point) throw new Error('more rows than points');
    expect(outcomes.map((outcome) => Number(row[`outcome_${outcome}`]))).toEqual(
      outcomes.map((outcome) => point.counts[outcome]),
    );
    expect(Number(row.devices_per_s)).toBe(point.devicesPerSecond);
    expect(row.latency_p999_ms).toBe(String(point.latencyMs?.p999 ?? ''));
    expect(row.service_latency_p50_ms).toBe(String(point.serviceLatencyMs?.p50 ?? ''));
    expect(row.offered_requests_per_s).toBe(String(point.offeredRate ?? ''));
    expect(row.littles_law_ratio).toBe(String(point.generator.littlesLawRatio ?? ''));
    expect(row.verdict).toBe(point.verdict);
  }
});

test('the points of a sweep', async () => {
  await expect(renderCsv({ load: brokenLoad })).toMatchFileSnapshot('../golden/load.csv.snap');
});

test('no cell is a formula to a spreadsheet, and a negative number stays one', () => {
  const [point = brokenLoad.points[0]] = rateLoad.points;
  if (!point) throw new Error('no point');
  const load: LoadRecord = {
    ...keptLoad,
    target: { ...keptLoad.target, url: '=HYPERLINK("http://evil.example","x")' },
    points: [{ ...point, backlog: -3, verdict: 'refused', codes: { '@SUM(1)': 2 } }],
  };
  const [row] = rowsOf(load);
  expect(row).toMatchObject({
    target: `'=HYPERLINK("http://evil.example","x")`,
    business_codes: "'@SUM(1)=2",
    backlog: '-3',
  });
});

test('a load without points is a header', () => {
  expect(renderCsv({ load: { ...keptLoad, points: [] } })).toMatch(/^run,target,scenario,[\w,]+\n$/);
});
