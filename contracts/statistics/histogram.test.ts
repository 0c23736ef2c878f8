import { expect, test } from 'vitest';
import { LatencyHistogram } from './histogram.ts';

test('resolves microseconds, within three digits', () => {
  const histogram = new LatencyHistogram();
  for (let i = 1; i <= 1000; i++) histogram.recordMs(i / 100);
  const summary = histogram.summaryMs();
  expect(summary?.p50).toBeCloseTo(5, 1);
  expect(summary?.p99).toBeCloseTo(9.9, 1);
  expect(summary?.max).toBeCloseTo(10, 1);
  expect(summary?.mean).toBeCloseTo(5.005, 1);
});

test('says nothing of nothing', () => {
  expect(new LatencyHistogram().summaryMs()).toBeNull();
});

test('survives its encoding', () => {
  const histogram = new LatencyHistogram();
  for (const latency of [0.012, 0.7, 12.5, 4000]) histogram.recordMs(latency);
  const again = new LatencyHistogram(histogram.encode());
  expect(again.count).toBe(4);
  const [before, after] = [histogram.summaryMs(), again.summaryMs()];
  expect(after?.p50).toBe(before?.p50);
  expect((after?.p99 ?? 0) / (before?.p99 ?? 1)).toBeCloseTo(1, 3);
});

test('parts recorded apart are as one: the same bytes, and the longest to the microsecond', () => {
  const latencies = Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 19_997) / 7 + 0.01);
  const whole = new LatencyHistogram();
  const parts = [0, 1, 2, 3].map(() => new LatencyHistogram());
  for (const [i, latency] of latencies.entries()) {
    whole.recordMs(latency);
    parts[i % 3]?.recordMs(latency);
  }
  const longest = Math.max(...parts.map((part) => part.summaryMs()?.max ?? 0));
  const encoded = parts.map((part) => part.encode());
  const merged = LatencyHistogram.merged(encoded, longest);
  expect(merged.encode()).toBe(whole.encode());
  expect(merged.summaryMs()).toEqual(whole.summaryMs());
});

test.each(['AAAA', 'no base64', 'HISTFAAA'])('what is no histogram is refused: %s', (encoded) => {
  expect(() => new LatencyHistogram(encoded)).toThrow(expect.objectContaining({ code: 'HISTOGRAM_DAMAGED' }));
});

test('a histogram that ends early is refused', () => {
  const histogram = new LatencyHistogram();
  for (let ms = 1; ms < 100; ms++) histogram.recordMs(ms);
  const encoded = histogram.encode();
  expect(() => new LatencyHistogram(encoded.slice(0, encoded.length / 2))).toThrow(
    expect.objectContaining({ code: 'HISTOGRAM_DAMAGED' }),
  );
});
