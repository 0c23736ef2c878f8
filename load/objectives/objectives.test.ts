import { describe, expect, test } from 'vitest';
import { ToolkitError } from '../../contracts/errors.ts';
import { noOutcomes } from '../../contracts/outcome.ts';
import type { Measured } from './metrics.ts';
import { assess, parseObjectives } from './objectives.ts';

const point: Measured = {
  counts: {
    ...{ ...noOutcomes, sent: 1010, success: 960, partial: 10, allFailed: 10, timeout: 12, httpError: 5 },
    ...{ contractViolation: 2, tokenInvalid: 1, aborted: 10 },
  },
  overflow: 90,
  latencyMs: { mean: 20, p50: 15, p90: 30, p95: 40, p99: 250, p999: 400, max: 900 },
  serviceLatencyMs: { mean: 10, p50: 9, p90: 11, p95: 12, p99: 13.5, p999: 14, max: 15 },
  requestsPerSecond: 98,
  devicesPerSecond: 9800,
  generator: { cpu: 0.42, loopDelayP99Ms: 3, sendLagP99Ms: 0.4, littlesLawRatio: null },
};

const assessed = (text: string, of = point) =>
  parseObjectives('--slo', text).map((objective) => assess(objective, of));

test.each([
  ['p99<250ms', 250, false],
  ['p99<=250ms', 250, true],
  ['p99 <= 0.25 s', 0.25, true],
  ['p99>249999us', 250_000, true],
  ['p99>249999µs', 250_000, true],
  ['serviceP99<14ms', 13.5, true],
  ['max>=900ms', 900, true],
  ['mean<20ms', 20, false],
  ['requestsPerSecond>=98/s', 98, true],
  ['devicesPerSecond>9800', 9800, false],
  ['violations=0', 2, false],
  ['violations=2', 2, true],
  ['errors=20', 20, true],
  ['errors<2%', 2, false],
  ['errors<=2%', 2, true],
  ['timeouts<1.3%', 1.2, true],
  ['overflow<10%', 90 / 11, true],
  ['tokenMissing=0', 0, true],
  ['tokenMissing=0%', 0, true],
  ['sendLag<1ms', 0.4, true],
  ['cpu<42.5%', 42, true],
])('%s: measured %d, holds %s', (text, measured, holds) => {
  const objective = text.replaceAll(' ', '');
  expect(assessed(text)).toEqual([{ objective, measured: expect.closeTo(measured, 9), holds }]);
});

test('several are assessed each, in their order', () => {
  expect(assessed('p50<20ms, errors=0').map(({ holds }) => holds)).toEqual([true, false]);
});

test('what is not known does not hold, whatever was demanded of it', () => {
  for (const text of ['p99<250ms', 'p99>0ms', 'errors<1%', 'cpu>0%', 'overflow>=0'])
    expect(assessed(text, {})).toEqual([{ objective: text, measured: null, holds: false }]);
  expect(assessed('p99<1s', { ...point, latencyMs: null })[0]).toMatchObject({
    measured: null,
    holds: false,
  });
});

test('a share is not rounded away from the number it is compared with', () => {
  for (let percent = 0; percent <= 100; percent++) {
    const counts = { ...noOutcomes, sent: 2900, timeout: 29 * percent };
    expect(assessed(`timeouts=${percent}%`, { counts })[0]).toMatchObject({ holds: true });
  }
});

test('a closed loop leaves nothing out', () => {
  expect(assessed('overflow=0', { counts: { ...noOutcomes, sent: 0 } })[0]).toMatchObject({ holds: true });
});

describe('what is no objective is refused, all of it at once', () => {
  const refused = (text: string) => {
    try {
      return String(parseObjectives('--slo', text));
    } catch (error) {
      return error instanceof ToolkitError ? error.explain('en') : String(error);
    }
  };

  test.each([
    ['p98<250ms', 'there is no metric p98 (did you mean p9'],
    ['violation=0', 'there is no metric violation (did you mean violations?)'],
    ['bananas=0', 'there is no metric bananas\n'],
    ['p99<250', 'write p99<250ms, p99<250s, p99<250us'],
    ['errors<1ms', 'write errors<1, errors<1%'],
    ['cpu<90', 'write cpu<90%'],
    ['p99=250ms', 'p99 is measured, and never exactly equal'],
    ['errors==0', '== is no comparison'],
    ['p99', '"p99" is no objective'],
    ['p99<-1ms', '"p99<-1ms" is no objective'],
    ['', '"" is no objective'],
    ['p99<250ms,', '"" is no objective'],
    ['toString<1', 'there is no metric toString'],
    ['p99<1toString', 'write p99<1ms'],
  ])('"%s"', (text, message) => expect(refused(text)).toContain(message));

  test('with the flag, and what would be right', () => {
    const lines = refused('p99<250, errors<1%, nothing>1').split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('--slo cannot be used:');
    expect(lines[3]).toMatch(/Metrics: p50 p90 .* serviceP99 .* errors violations .* cpu$/);
  });

  test('as a wrong use of the command', () => {
    expect(() => parseObjectives('--slo', 'x')).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});
