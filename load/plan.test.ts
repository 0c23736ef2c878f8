import { expect, test } from 'vitest';
import type { Flags } from '../contracts/flags.ts';
import { makeDevices } from '../generators/devices.ts';
import { parseDuration } from './plan.ts';
import { capacity } from './scenarios/capacity.ts';
import { ramp } from './scenarios/ramp.ts';
import { rate } from './scenarios/rate.ts';
import { smoke } from './scenarios/smoke.ts';
import { soak } from './scenarios/soak.ts';
import { spike } from './scenarios/spike.ts';
import { sweep } from './scenarios/sweep.ts';

const poolsOf = (own: number, foreign = 0) => ({
  own: makeDevices(own, 1),
  foreign: makeDevices(foreign, 2),
  unknown: makeDevices(1000, 3),
});
const planSweep = (flags: Flags, devices: number) => sweep(flags, poolsOf(devices)).plan;
const planRate = (flags: Flags, devices: number) => rate(flags, poolsOf(devices)).plan;

test.each([
  ['250ms', 250],
  ['10s', 10_000],
  ['1.5s', 1500],
  ['5m', 300_000],
  ['2h', 7_200_000],
])('%s is %d ms', (text, ms) => expect(parseDuration('--duration', text)).toBe(ms));

test.each(['10', 's', '0s', '-1s', '1 s', '1d', 'fast'])('%s is no duration', (text) => {
  expect(() => parseDuration('--duration', text)).toThrow(`--duration is "${text}"`);
});

test('has defaults for everything', () => {
  expect(planSweep({}, 2000)).toEqual({
    batchSizes: [1, 10, 50, 100, 200, 500],
    connections: [10],
    durationMs: 5000,
    warmupMs: 10_000,
    findsWarmup: true,
    timeoutMs: 30_000,
    processes: 1,
  });
});

test('a warm-up is as long as was said, or found where the load does not change', () => {
  expect(planSweep({ warmup: '2s' }, 10)).not.toHaveProperty('findsWarmup');
  expect(planSweep({ warmup: '2s' }, 10).warmupMs).toBe(2000);
  expect(planRate({ rate: '5', warmup: 'auto' }, 10)).toMatchObject({ warmupMs: 10_000, findsWarmup: true });
  expect(smoke({}, poolsOf(10)).plan).not.toHaveProperty('findsWarmup');
  expect(() => smoke({ warmup: 'auto' }, poolsOf(10))).toThrow('--warmup is "auto"');
});

test('leaves out usual sizes that the account cannot fill', () => {
  expect(planSweep({}, 60).batchSizes).toEqual([1, 10, 50]);
});

test.each([
  [{ batchSizes: '0' }, '--batch-sizes is "0"'],
  [{ batchSizes: '1,,2' }, '--batch-sizes is ""'],
  [{ batchSizes: '1,x' }, '--batch-sizes is "x"'],
  [{ connections: '0' }, '--connections is "0"'],
  [{ connections: '1.5' }, '--connections is "1.5"'],
  [{ processes: '0' }, '--processes is "0"'],
  [{ processes: '2', abortOn: 'errors>0' }, '--processes is "2"'],
  [{ batchSizes: '61' }, 'A batch needs 61 different own devices; there are 60.'],
])('refuses %j', (flags, message) => expect(() => planSweep(flags, 60)).toThrow(message));

test('refuses an account without devices', () => {
  expect(() => planSweep({}, 0)).toThrow('There is no own device');
});

test('a rate has defaults for everything else', () => {
  expect(planRate({ rate: '200' }, 2000)).toEqual({
    batchSizes: [100],
    rate: 200,
    arrivals: 'constant',
    maxInFlight: 400,
    durationMs: 5000,
    warmupMs: 10_000,
    findsWarmup: true,
    timeoutMs: 30_000,
    processes: 1,
  });
  expect(planRate({ rate: '2.5' }, 60)).toMatchObject({ batchSizes: [60], rate: 2.5, maxInFlight: 100 });
  expect(planRate({ rate: '20000', arrivals: 'poisson' }, 60)).toMatchObject({
    arrivals: 'poisson',
    maxInFlight: 10_000,
  });
});

test.each([
  [{}, '--rate is ""'],
  [{ rate: '0' }, '--rate is "0"'],
  [{ rate: 'fast' }, '--rate is "fast"'],
  [{ rate: '5', arrivals: 'random' }, '--arrivals is "random"'],
  [{ rate: '5', maxInFlight: '0' }, '--max-in-flight is "0"'],
  [{ rate: '5', batchSizes: '61' }, 'A batch needs 61 different own devices; there are 60.'],
])('a rate refuses %j', (flags, message) => expect(() => planRate(flags, 60)).toThrow(message));

test('a mix is part of the plan, and its batches are as large as each of its pools allows', () => {
  const { mix, batchSizes } = sweep({ mix: 'own=90,foreign=10' }, poolsOf(2000, 5)).plan;
  expect([mix, batchSizes]).toEqual([{ own: 90, foreign: 10 }, [1, 10, 50]]);
  expect(sweep({ mix: 'own=1,unknown=1', batchSizes: '60' }, poolsOf(30)).plan.batchSizes).toEqual([60]);
  expect(rate({ mix: 'unknown=100', rate: '1' }, poolsOf(0)).plan.batchSizes).toEqual([100]);
  expect(rate({ mix: 'own=3,unknown=1', rate: '1' }, poolsOf(30)).plan.batchSizes).toEqual([40]);
});

test.each([
  ['own=90,mine=10', '--mix is "own=90,mine=10"'],
  ['own=90,foreign=10', 'There is no foreign device'],
  ['own=50,unknown=50', 'A batch needs 31 different own devices; there are 30.'],
])('the mix %s is refused', (mix, message) => {
  expect(() => sweep({ mix, batchSizes: '61' }, poolsOf(30))).toThrow(message);
});

test('a smoke test is small, and has thresholds', () => {
  const planned = smoke({}, poolsOf(2000));
  expect(planned.plan).toMatchObject({
    batchSizes: [1, 10],
    connections: [2],
    durationMs: 4000,
    warmupMs: 500,
  });
  expect(planned.thresholds?.map(({ text }) => text)).toEqual(['errors=0', 'violations=0']);
});

test('a soak has defaults that fit into an hour, and takes one size', () => {
  const { plan, expectedMs } = soak({}, poolsOf(2000));
  expect(plan).toMatchObject({ batchSizes: [100], durationMs: 600_000, warmupMs: 5000, connections: [10] });
  expect(expectedMs).toBe(605_000);
  expect(soak({ warmup: '2s' }, poolsOf(30)).plan).toMatchObject({ batchSizes: [30], warmupMs: 2000 });
  expect(() => soak({ batchSizes: '1,2' }, poolsOf(30))).toThrow('--batch-sizes');
});

test('a ramp and a spike have defaults for everything but their rates', () => {
  expect(ramp({ from: '0', to: '200' }, poolsOf(2000)).plan).toMatchObject({
    ...{ batchSizes: [100], from: 0, to: 200, steps: 10, maxInFlight: 400 },
    ...{ durationMs: 30_000, warmupMs: 1000 },
  });
  // As much as the spike can leave waiting, and two seconds of it.
  expect(spike({ rate: '50', peak: '400' }, poolsOf(2000)).plan).toMatchObject({
    ...{ batchSizes: [100], rate: 50, peak: 400, spikeMs: 5000, afterMs: 20_000, maxInFlight: 2800 },
    ...{ durationMs: 5000, warmupMs: 1000 },
  });
});

test('a search keeps time for the cost of a call within its budget, where there are sizes enough', () => {
  const planned = (batchSizes: string) => capacity({ batchSizes, budget: '5m' }, poolsOf(200));
  const outline = (batchSizes: string) => planned(batchSizes).outline?.map(({ en }) => en);
  expect(outline('1,10,100')).toEqual([
    'Objective: p99<250ms,violations=0,tokenInvalid=0',
    'Batch sizes: 1, 10, 100, at most 98 s each; constant arrivals, never more than 20000 requests/s',
    expect.stringContaining('at most 12 probes of 3.6 s or, to confirm, 14 s'),
    'Then calls one after another, for what a call costs: at most 6.0 s',
    'At most 300 s in all',
  ]);
  expect(outline('1,10')?.join()).not.toContain('cost');
  expect(planned('1,10,100')).toMatchObject({ expectedMs: 300_000, plan: { budgetMs: 300_000 } });
});

test.each([
  [ramp, { from: '5' }, '--to is ""'],
  [ramp, { from: '0', to: '0' }, '--to is "0"'],
  [ramp, { from: '0', to: '5', steps: '0' }, '--steps is "0"'],
  [spike, { rate: '50' }, '--peak is ""'],
  [spike, { rate: '50', peak: '50' }, '--peak is "50"'],
  [spike, { rate: '2', peak: '50' }, '--rate is "2"'],
  [spike, { rate: '5', peak: '50', after: '2s' }, '--after is "2s"'],
])('refuses shapes that are none: %o %j', (scenario, flags, message) =>
  expect(() => scenario(flags, poolsOf(60))).toThrow(message),
);
