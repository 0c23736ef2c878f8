import { describe, expect, test } from 'vitest';
import { deviationOf, scenario, truthOf } from './freezing.ts';
import { nginxConfig } from './nginx.ts';
import type { Figures } from './order.ts';
import { replaceMarked } from './readme.ts';
import { ratioOf } from './spread.ts';
import { asMarkdown, asText } from './table.ts';
import { compare } from './throughput.ts';
import { undisturbed } from './undisturbed.ts';
import { readWrk } from './wrk.ts';

const figures = (requestsPerSecond: number): Figures => ({
  ...{ requestsPerSecond, cpu: 1, sent: 1, answered: 1, bad: 0, latencyMs: null },
});

test('what is true of a server that stops for a second of six: the latencies of requests that come evenly', () => {
  const { durationMs, serviceMs } = scenario;
  const [stopsAt, goesOnAt] = [2000, 3000];
  const endOf = (at: number) => {
    if (at + serviceMs <= stopsAt || at >= goesOnAt) return at + serviceMs;
    return at < stopsAt ? goesOnAt : goesOnAt + serviceMs;
  };
  const latencies = Array.from({ length: durationMs }, (_, at) => endOf(at) - at).toSorted((a, b) => a - b);
  const truth = truthOf(goesOnAt - stopsAt);
  expect(truth.p50).toBe(latencies[durationMs * 0.5]);
  expect(Math.abs(truth.p90 - (latencies[durationMs * 0.9] ?? 0))).toBeLessThanOrEqual(1);
  expect(Math.abs(truth.p99 - (latencies[durationMs * 0.99] ?? 0))).toBeLessThanOrEqual(1);
  expect(truth.max).toBe(latencies.at(-1));
  expect(deviationOf({ ...truth, p90: truth.p90 * 1.05 }, truth)).toBeCloseTo(0.05);
  expect(deviationOf(null, truth)).toBe(Number.POSITIVE_INFINITY);
});

test('contenders take turns, and each round begins with another one', async () => {
  const order: string[] = [];
  const contender = (name: 'a' | 'b' | 'c') => ({
    name,
    measure: async (batchSize: number) => figures(batchSize),
  });
  const cells = await compare({
    contenders: [contender('a'), contender('b'), contender('c')],
    batchSizes: [1, 10],
    rounds: 2,
    onStep: (batchSize, name) => order.push(name + batchSize),
  });
  expect(order).toEqual(['a1', 'b1', 'c1', 'b1', 'c1', 'a1', 'a10', 'b10', 'c10', 'b10', 'c10', 'a10']);
  expect(cells).toHaveLength(6);
  expect(cells[5]).toEqual({ name: 'c', batchSize: 10, rounds: [figures(10), figures(10)] });
});

test('a run from which the host took time is measured again, and the least disturbed one is kept', async () => {
  const runs = async (...shares: readonly (number | undefined)[]) => {
    let turn = 0;
    const watch = () => () => shares[turn - 1];
    return await undisturbed(async () => ({ turn: ++turn }), watch);
  };
  expect(await runs(0.3, 0.005, 0)).toEqual({ turn: 2, stolenCores: 0.005, putAside: 1 });
  expect(await runs(0.3, 0.2, 0.04, 0.1, 0)).toEqual({ turn: 3, stolenCores: 0.04, putAside: 3 });
  expect(await runs(undefined)).toEqual({ turn: 1, stolenCores: 0, putAside: 0 });
});

test('a ratio is taken round by round: a slow round slows both', () => {
  const cell = { rounds: [figures(90), figures(9), figures(80)] };
  const base = { rounds: [figures(100), figures(10), figures(100)] };
  expect(ratioOf(cell, base)).toEqual({ median: 0.9, least: 0.8, most: 0.9 });
});

describe('nginx', () => {
  test('answers with long texts in pieces that it takes, and with its own variables', () => {
    const long = 'x'.repeat(10_000);
    const config = nginxConfig('/tmp/somewhere', 8080, new Map([['/a', [long, '$request_id', '{}']]]));
    expect(config.match(/'x+'/g)?.map(({ length }) => length)).toEqual([4002, 4002, 2002]);
    expect(config).toContain("set $part3_ '$request_id'; set $part4_ '{}';");
    expect(config).toMatch(/return 200 '(\$\{part\d_\}){5}';/);
  });

  test.each(["it's", 'a\\b', '{"price":"$5"}'])(
    'is not given a text that it would not take as it is: %s',
    (text) => {
      expect(() => nginxConfig('/tmp/somewhere', 8080, new Map([['/a', [text]]]))).toThrow('/a');
    },
  );
});

test('reads what wrk and the shell print', () => {
  const output = `Running 2s test @ http://127.0.0.1:8080/
  1 threads and 10 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   100.11us   50.00us   5.00ms   90.00%
    Req/Sec    90.00k     2.00k   95.00k    70.00%
  180000 requests in 2.00s, 40.00MB read
  Socket errors: connect 0, read 1, write 0, timeout 2
  Non-2xx or 3xx responses: 4
Requests/sec:  90012.50
Transfer/sec:     20.00MB
0m0.010s 0m0.000s
0m0.600s 0m1.200s
`;
  const { requestsPerSecond, cpu, sent, answered, bad } = readWrk(output);
  expect({ requestsPerSecond, sent, answered, bad }).toEqual({
    ...{ requestsPerSecond: 90012.5, sent: 180_000, answered: 180_000, bad: 7 },
  });
  expect(cpu).toBeCloseTo(0.9);
});

test('tables for a terminal, where Chinese letters are twice as wide, and for a README', () => {
  const table = {
    title: 'T',
    head: ['', '请求/秒'],
    rows: [
      ['不校验', '1'],
      ['wrk', '20'],
    ],
  };
  expect(asText(table)).toBe('T\n        请求/秒\n不校验        1\nwrk          20');
  expect(asMarkdown(table)).toBe('**T**\n\n|  | 请求/秒 |\n| --- | --: |\n| 不校验 | 1 |\n| wrk | 20 |');
});

test('results replace what stands between the marks of a README, and nothing else', () => {
  const readme = 'a\n<!-- bench:all -->\nold\n<!-- /bench:all -->\nb';
  expect(replaceMarked(readme, { all: 'new' })).toBe('a\n<!-- bench:all -->\nnew\n<!-- /bench:all -->\nb');
  expect(() => replaceMarked(readme, { freezing: 'new' })).toThrow('bench:freezing');
});
