import { expect, test } from 'vitest';
import type { Point } from '../../contracts/record.ts';
import { pacedPoint, point } from '../sample-sweeps.ts';
import { capacityLoad } from '../samples/capacity.ts';
import { isBeyond, signs } from './signs.ts';

const beyond = (one: Point) => signs.filter((sign) => isBeyond(sign, one)).map(({ heading }) => heading);

test('of 60 recorded points exactly those that are not valid have a figure beyond its limit', () => {
  for (const one of capacityLoad.points)
    expect([one.why, beyond(one).length > 0]).toEqual([one.why, one.verdict !== 'valid']);
});

const generator = { cpu: 0.2, loopDelayP99Ms: 1, littlesLawRatio: 1 };

test.each([
  ['sendLag', pacedPoint(10, 100, { generator: { ...generator, sendLagP99Ms: 1.1 } })],
  ['loopDelay', point(10, 1000, { generator: { ...generator, loopDelayP99Ms: 2.5 } })],
  ['gcShare', point(10, 100, { generator: { ...generator, gcShare: 0.11 } })],
  ['loopBusy', point(10, 100, { generator: { ...generator, loopBusy: 0.95 } })],
  ['cpu', point(10, 100, { generator: { ...generator, cpu: 0.95 } })],
  ['littlesLaw', point(10, 100, { generator: { ...generator, littlesLawRatio: 0.96 } })],
  ['latencyDrift', point(10, 100, { steadiness: { latencyDrift: -0.04 } })],
  ['timeLost', point(10, 100, { steadiness: { latencyDrift: 0, timeLost: 0.04 } })],
  ['overflow', pacedPoint(10, 100, { overflow: 2 })],
  ['backlog', pacedPoint(10, 100, { backlog: 51 })],
  ['startSkew', point(10, 100, { processes: { startSkewMs: 251, each: [] } })],
] as const)('%s beyond its limit is marked, and nothing else', (heading, one) => {
  expect(beyond(one)).toEqual([heading]);
});

test('what is always so in an open loop is not held against it', () => {
  expect(
    beyond(pacedPoint(10, 100, { generator: { ...generator, cpu: 1, loopBusy: 1, sendLagP99Ms: 0.1 } })),
  ).toEqual([]);
});
