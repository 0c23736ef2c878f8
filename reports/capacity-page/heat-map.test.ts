import { expect, test } from 'vitest';
import { keptLoad, pacedPoint } from '../sample-sweeps.ts';
import { capacityLoad } from '../samples/capacity.ts';
import { heatMapOf, rateOf } from './heat-map.ts';

test('a recorded search: devices per second by size and share of what the size carries', () => {
  const map = heatMapOf(capacityLoad);
  const lines = map?.rows.map(({ batchSize, cells }) =>
    [
      batchSize,
      ...cells.map((one) =>
        one ? `${Math.round(one.devicesPerSecond)}${one.verdict === 'valid' ? '' : '!'}` : '-',
      ),
    ].join(' '),
  );
  expect(map?.bands.map(({ from, to }) => `${from} ${to}`)).toMatchInlineSnapshot(`
    [
      "0.5 0.75",
      "0.75 0.9",
      "0.9 0.95",
      "0.95 0.98",
      "0.98 1",
      "1 1.02",
      "1.02 1.05",
      "1.05 Infinity",
    ]
  `);
  expect(lines).toMatchInlineSnapshot(`
    [
      "1 - 828 - 934 975 988! - -",
      "10 - 7502 - 8388 8763 8800! - -",
      "50 16364! 18727 - 22298 23302 22830! - 27449!",
      "100 - - - 41705 43035 43705 44238! -",
      "200 - - - 55502 56787 57143! 57166! -",
      "500 - - 63280! 65991 67983 68990! - 69014!",
    ]
  `);
  expect(map?.mostDevices).toBeCloseTo(69_990, -1);
});

test('of several points in a cell the one that was measured longest stands for it', () => {
  const [short, long] = [400, 9000].map((durationMs) => pacedPoint(10, 100, { durationMs }));
  const points = [short, long, pacedPoint(10, 50), pacedPoint(20, 50), pacedPoint(20, 25)].flatMap(
    (one) => one ?? [],
  );
  const cell = heatMapOf({ points })?.rows[0]?.cells.findLast((one) => one);
  expect(cell?.durationMs).toBe(9000);
});

test('a cell has the rate that was asked for, or came about', () => {
  expect(rateOf(pacedPoint(10, 100, { offeredRate: 120 }))).toBe(120);
  expect(keptLoad.points.map(rateOf)[0]).toBe(1840);
});

test('one rate for each size is no map', () => expect(heatMapOf(keptLoad)).toBeUndefined());
