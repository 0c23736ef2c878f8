import { expect, test } from 'vitest';
import { repeatCommand, replayOf } from './command.ts';
import { headlineOf } from './headline.ts';
import { localeOf } from './locale.ts';
import { exchange, keptSuite } from './sample-suites.ts';
import { keptLoad, rateLoad } from './sample-sweeps.ts';

const own = { url: 'http://127.0.0.1:4010', label: 'reference service', referenceService: true };

test('a suite is repeated with its seed, against its target', () => {
  expect(repeatCommand(keptSuite)).toBe(
    'PKDK_BASE_URL=https://staging.example.com PKDK_SEED=20261122 npm run pkdk -- suite',
  );
});

test('a shard is repeated as that shard, and says that it is one', () => {
  const suite = { ...keptSuite, shard: { current: 2, total: 3 } };
  expect(repeatCommand(suite)).toMatch(/ suite --shard 2\/3$/);
  expect(headlineOf({ suite }, localeOf('en')).details.join()).toContain('This is shard 2 of 3');
});

test('a sweep is repeated with its whole plan', () => {
  expect(repeatCommand({ ...keptLoad, target: own })).toBe(
    'npm run pkdk -- load sweep --batch-sizes 1,10,50,100,200,500 --connections 10 --duration 10s --warmup 2s --seed 20261122',
  );
});

test('a rate is repeated with its arrivals and its bound', () => {
  expect(repeatCommand({ ...rateLoad, target: own })).toBe(
    'npm run pkdk -- load rate --batch-sizes 1,10,100 --rate 200 --arrivals poisson --max-in-flight 400 --duration 10s --warmup 2s --seed 20261122',
  );
});

test('a search for the capacity is repeated with its objective, its budget and its limits', () => {
  const { connections: _none, ...paced } = keptLoad.plan;
  const plan = { ...paced, slo: 'p99<250ms', budgetMs: 120_000 };
  const settings = { PKDK_MAX_RATE: 500, PKDK_MAX_DURATION: '2h' };
  const load = { ...keptLoad, target: own, scenario: 'capacity', plan, settings } as const;
  expect(repeatCommand(load)).toBe(
    "npm run pkdk -- load capacity --batch-sizes 1,10,50,100,200,500 --budget 2m --slo 'p99<250ms' --max-rate 500 --max-duration 2h --seed 20261122",
  );
});

test('a shell takes the address as one word', () => {
  const target = { ...keptSuite.target, url: "https://a.example/it's;here" };
  expect(repeatCommand({ ...keptSuite, target })).toMatch(
    /^PKDK_BASE_URL='https:\/\/a\.example\/it'\\''s;here' /,
  );
});

test('an exchange is replayed from the folder its run was written to, if its bytes are there', () => {
  const one = exchange('1c3f-1');
  expect(replayOf(keptSuite, one)).toBe(`npm run pkdk -- replay reports/out/${keptSuite.id} 1c3f-1`);
  const elsewhere = { ...keptSuite, settings: { PKDK_OUT: '/tmp/my runs' } };
  expect(replayOf(elsewhere, one)).toBe(`npm run pkdk -- replay '/tmp/my runs/${keptSuite.id}' 1c3f-1`);
  expect(replayOf(keptSuite, { ...one, isRepeatable: false })).toBeUndefined();
});
