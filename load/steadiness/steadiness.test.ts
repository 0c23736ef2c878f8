import { expect, test } from 'vitest';
import { unsteadiness } from '../../contracts/steadiness.ts';
import { exponential, type RandomStream, randomStream } from '../../generators/random.ts';
import { normal } from '../models/simulated.ts';
import type { Round } from './rounds.ts';
import { closedLoop, openLoop, type ServiceTime } from './simulated-loops.ts';
import { leastSteady, steadinessOf } from './steadiness.ts';

const windowMs = 5000;
const window = { openedAt: 0, closedAt: windowMs };

/** Service times that vary by a share, and those of a service with no memory. */
const fixed =
  (ms: number, share: number): ServiceTime =>
  (stream) =>
    ms * Math.max(0.1, 1 + share * normal(stream));
const exponentially =
  (ms: number): ServiceTime =>
  (stream) =>
    ms * exponential(stream);

type Run = (stream: RandomStream) => readonly Round[];

/** In how many of some seeded runs the window was not steady. */
function vetoes(loop: 'closed' | 'open', run: Run, seeds: number): number {
  let count = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const steadiness = steadinessOf(run(randomStream(11, seed)), window, loop);
    if (steadiness && unsteadiness({ steadiness }).length > 0) count += 1;
  }
  return count;
}

const tenConnections = { connections: 10, servers: 4 };
const inClosedLoop =
  (time: ServiceTime, sizes = tenConnections): Run =>
  (stream) =>
    closedLoop(sizes, time, windowMs, stream);
const inOpenLoop =
  (perSecond: number, time: ServiceTime, servers = 4): Run =>
  (stream) =>
    openLoop({ perSecond, servers }, time, windowMs, stream);

test('quiet services: at most 1 of 100 windows is vetoed, of 1,000', () => {
  const closed: Run[] = [
    inClosedLoop(fixed(8, 0.02)),
    inClosedLoop(fixed(8, 0.3)),
    inClosedLoop(exponentially(8)),
    inClosedLoop(exponentially(40)),
    inClosedLoop(exponentially(2), { connections: 50, servers: 1 }),
    // Ten answers come at a time, twelve times in the window.
    inClosedLoop(fixed(400, 0.05), { connections: 10, servers: 10 }),
  ];
  const open: Run[] = [
    inOpenLoop(250, exponentially(8)),
    inOpenLoop(350, exponentially(8)),
    inOpenLoop(350, fixed(8, 0.02)),
    inOpenLoop(100, exponentially(5), 1),
  ];
  const of = (loop: 'closed' | 'open') => (sum: number, run: Run) => sum + vetoes(loop, run, 100);
  expect(closed.reduce(of('closed'), 0) + open.reduce(of('open'), 0)).toBeLessThanOrEqual(10);
});

/** Service times that change over the window. */
const changing =
  (factor: (at: number) => number, time: ServiceTime): ServiceTime =>
  (stream, at) =>
    factor(at) * time(stream, at);
const rising = (by: number) => (at: number) => 1 + (by * at) / windowMs;
const fromMiddleOn = (by: number) => (at: number) => (at > windowMs / 2 ? 1 + by : 1);
const warming = (by: number, ms: number) => (at: number) => 1 + by * Math.exp(-at / ms);

test.each<[string, 'closed' | 'open', Run, number]>([
  ['a tenth slower in the end', 'closed', inClosedLoop(changing(rising(0.1), fixed(8, 0.05))), 40],
  ['a tenth faster in the end', 'closed', inClosedLoop(changing(rising(-0.1), fixed(8, 0.05))), 40],
  ['15 % slower, times vary by 30 %', 'closed', inClosedLoop(changing(rising(0.15), fixed(4, 0.3))), 38],
  ['20 % slower from the middle on', 'closed', inClosedLoop(changing(fromMiddleOn(0.25), fixed(8, 0.3))), 40],
  ['the same without memory', 'closed', inClosedLoop(changing(fromMiddleOn(0.25), exponentially(2))), 38],
  ['a leak that doubles it, at a rate', 'open', inOpenLoop(250, changing(rising(1), fixed(6, 0.3))), 39],
  ['twice as slow, warming up in 1 s', 'closed', inClosedLoop(changing(warming(1, 1000), fixed(8, 0.3))), 40],
  [
    'twice as slow, warming up in 0.4 s',
    'closed',
    inClosedLoop(changing(warming(1, 400), fixed(8, 0.3))),
    40,
  ],
])('caught, of 40: %s', (_name, loop, run, atLeast) => {
  expect(vetoes(loop, run, 40)).toBeGreaterThanOrEqual(atLeast);
});

/** Nothing is served for a while, and then all goes on. */
const standingStill =
  (from: number, ms: number, time: ServiceTime): ServiceTime =>
  (stream, at) =>
    time(stream, at) + (at >= from && at < from + ms ? from + ms - at : 0);

test('a spell of 300 ms of 5 s is caught wherever it lies; one of 50 ms is not', () => {
  const froms = [0, 100, 1200, 2500, 3700, 4650];
  const spells = (ms: number) =>
    froms.map((from) => vetoes('closed', inClosedLoop(standingStill(from, ms, fixed(8, 0.1))), 10));
  expect(spells(300)).toEqual(froms.map(() => 10));
  expect(spells(50)).toEqual(froms.map(() => 0));
});

test('pauses that come again and again belong to the service', () => {
  const collecting: ServiceTime = (stream, at) => fixed(8, 0.1)(stream, at) + (at % 500 < 25 ? 25 : 0);
  expect(vetoes('closed', inClosedLoop(collecting), 20)).toBe(0);
});

test('a service that answers no more is caught', () => {
  const dying: ServiceTime = (stream, at) => (at > 4500 ? 10_000 : fixed(8, 0.1)(stream, at));
  expect(vetoes('closed', inClosedLoop(dying), 10)).toBe(10);
});

test('of too few answers nothing is said', () => {
  const rounds = closedLoop({ connections: 10, servers: 10 }, fixed(1000, 0), windowMs, randomStream(1, 1));
  expect(steadinessOf(rounds, window, 'closed')).toBeUndefined();
});

test('of several processes, the largest of each', () => {
  const one = { latencyDrift: 0, throughputDrift: -0.2, timeLost: 0.01 };
  expect(leastSteady([one, undefined, { latencyDrift: -0.1, throughputDrift: 0.1, timeLost: 0 }])).toEqual({
    latencyDrift: -0.1,
    throughputDrift: -0.2,
    timeLost: 0.01,
  });
  expect(leastSteady([{ latencyDrift: 0.1 }])).toEqual({ latencyDrift: 0.1 });
  expect(leastSteady([undefined])).toBeUndefined();
});
