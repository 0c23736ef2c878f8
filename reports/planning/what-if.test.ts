import { describe, expect, test } from 'vitest';
import { capacityLoad } from '../samples/capacity.ts';
import { ratesOf } from './rates.ts';
import { type Plan, type Question, type Rates, type SizeRate, whatIf } from './what-if.ts';

const size = (batchSize: number, requestsPerSecond: number, answerMs = 0): SizeRate => ({
  ...{ batchSize, requestsPerSecond, answerMs, isConfirmed: true },
});
const one: Rates = { objective: 'p99<250ms', sizes: [size(100, 10)] };
const several: Rates = {
  ...{ objective: 'p99<250ms', refusedFrom: 1000 },
  sizes: [size(1, 100, 10), size(100, 50, 20), size(500, 20, 50)],
};
const asked: Question = { devices: 10_000, deadlineMs: 60_000, utilisation: 0.5, spare: 0, growth: 0 };

function planOf(rates: Rates, question: Partial<Question> = {}): Plan {
  const plan = whatIf(rates, { ...asked, ...question });
  if ('refusal' in plan) throw new Error(plan.refusal);
  return plan;
}

describe('by hand', () => {
  test('batches, a partial last one, rate and time', () => {
    // 100 requests, 5 a second: the last one leaves after 99 / 5 s.
    expect(planOf(one)).toEqual({
      ...{ batchSize: 100, requests: 100, lastBatch: 100, replicas: 1, isBetween: false, isConfirmed: true },
      ...{ requestsPerSecond: 5, devicesPerSecond: 500, takesMs: 19_800, leastRequestsPerSecond: 1.65 },
    });
    expect(planOf(one, { devices: 10_001 })).toMatchObject({ requests: 101, lastBatch: 1, takesMs: 20_000 });
    expect(planOf(one, { devices: 7 })).toMatchObject({
      batchSize: 7,
      requests: 1,
      lastBatch: 7,
      takesMs: 0,
    });
  });

  test('replicas are rounded up, from the deadline less the last answer', () => {
    // 9.9 s for 99 gaps of 0.2 s: exactly two replicas; a millisecond less, three.
    expect(planOf(one, { deadlineMs: 9900 })).toMatchObject({ replicas: 2, takesMs: 9900 });
    expect(planOf(one, { deadlineMs: 9899 }).replicas).toBe(3);
    const slow: Rates = { ...one, sizes: [size(100, 10, 1000)] };
    expect(planOf(slow, { deadlineMs: 10_900 })).toMatchObject({ replicas: 2, takesMs: 10_900 });
  });

  test('the size that takes the fewest replicas, then the one that is done first', () => {
    expect(planOf(several).batchSize).toBe(500);
    // In 1 s, 0.98 s to send: 100 devices are one request of the size 100, or a hundred of the size 1.
    expect(planOf(several, { devices: 100, deadlineMs: 1000 })).toMatchObject({
      batchSize: 100,
      takesMs: 20,
    });
  });

  test('growth: as many replicas do until the devices outgrow them', () => {
    // One replica does 301 requests in 60 s; 10,000 × 1.1^11 is 28,531, × 1.1^12 is 31,384.
    expect(planOf(one, { growth: 0.1 }).months).toBe(11);
    expect(planOf(one).months).toBeUndefined();
  });

  test('between two sizes the time of a request is on the line between them', () => {
    // 1 / 50 and 1 / 20 s at 100 and 500: 0.0275 s at 200.
    const between = planOf(several, { batchSize: 200, utilisation: 1 });
    expect(between).toMatchObject({ batchSize: 200, isBetween: true });
    expect(between.requestsPerSecond).toBeCloseTo(1 / 0.0275, 10);
    expect(between.takesMs).toBeCloseTo(49 * 27.5 + 27.5, 10);
    // Above the largest one no more devices a second than there.
    expect(planOf(several, { batchSize: 750, utilisation: 1 }).devicesPerSecond).toBeCloseTo(10_000, 8);
  });
});

test.each([
  ['no devices', one, { devices: 0 }, { refusal: 'question' }],
  ['half a device', one, { devices: 0.5 }, { refusal: 'question' }],
  ['no number', one, { devices: Number.NaN }, { refusal: 'question' }],
  ['no time', one, { deadlineMs: 0 }, { refusal: 'question' }],
  ['more than all', one, { utilisation: 1.1 }, { refusal: 'question' }],
  ['nothing measured', { ...one, sizes: [] }, {}, { refusal: 'nothingMeasured' }],
  ['less time than an answer takes', several, { deadlineMs: 9 }, { refusal: 'deadline', answerMs: 10 }],
  ['a batch that is refused', several, { batchSize: 1000 }, { refusal: 'batchSizeRefused', from: 1000 }],
  ['a large batch', several, { batchSize: 751 }, { refusal: 'extrapolation', from: 1, to: 750 }],
  ['a small batch', one, { batchSize: 66 }, { refusal: 'extrapolation', from: 67, to: 150 }],
] as const)('no answer for %s', (_name, rates, question, refusal) => {
  expect(whatIf(rates, { ...asked, ...question })).toEqual(refusal);
});

describe('what must hold for every question', () => {
  const rates = ratesOf(capacityLoad)[0] ?? several;
  const devices = Array.from({ length: 60 }, (_, i) => Math.round(1.4 ** i));
  const deadlines = [100, 1000, 60_000, 600_000, 28_800_000];

  test.each(deadlines)('more devices never take fewer replicas, within %d ms', (deadlineMs) => {
    const replicas = devices.map((count) => planOf(rates, { devices: count, deadlineMs }).replicas);
    expect(replicas).toEqual(replicas.toSorted((a, b) => a - b));
  });

  test.each(devices.filter((_, i) => i % 7 === 0))(
    '%d devices: the deadline holds, and no replica is too many',
    (count) => {
      for (const deadlineMs of deadlines) {
        const plan = planOf(rates, { devices: count, deadlineMs, growth: 0.03 });
        expect(plan.takesMs).toBeLessThanOrEqual(deadlineMs * (1 + 1e-9));
        expect((plan.requests - 1) * Math.max(plan.batchSize, 1) + plan.lastBatch).toBe(count);
        // Longer deadlines, and more of a replica used, never take more.
        expect(planOf(rates, { devices: count, deadlineMs: deadlineMs * 2 }).replicas).toBeLessThanOrEqual(
          plan.replicas,
        );
        expect(planOf(rates, { devices: count, deadlineMs, utilisation: 1 }).replicas).toBeLessThanOrEqual(
          plan.replicas,
        );
        const later = (months: number) =>
          planOf(rates, { devices: Math.floor(count * 1.03 ** months), deadlineMs }).replicas;
        expect(later(plan.months ?? 0)).toBeLessThanOrEqual(plan.replicas);
        if (count > 1000) expect(later((plan.months ?? 0) + 1.01)).toBeGreaterThan(plan.replicas);
      }
    },
  );
});

test('a record: the lower end of each interval, and stricter latencies at lower rates', () => {
  const [own, ...stricter] = ratesOf(capacityLoad);
  expect(own?.objective).toBe('p99<250ms,violations=0,tokenInvalid=0');
  for (const { batchSize, interval } of capacityLoad.capacity?.perSize ?? []) {
    const found = own?.sizes.find((one) => one.batchSize === batchSize);
    expect(found?.requestsPerSecond).toBeCloseTo(interval?.low ?? 0, 8);
    expect(found?.isConfirmed).toBe(true);
  }
  expect(stricter.map(({ objective }) => objective)).toEqual(['p99<50ms', 'p99<20ms', 'p99<10ms']);
  const at = (rates: Rates | undefined, batchSize: number) =>
    rates?.sizes.find((one) => one.batchSize === batchSize)?.requestsPerSecond ?? 0;
  expect(at(stricter[0], 500)).toBeLessThan(at(own, 500));
  expect(stricter.at(-1)?.sizes.map(({ batchSize }) => batchSize)).toEqual([10, 50]);
});
