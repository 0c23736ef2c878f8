import { expect, test } from 'vitest';
import { headRoom } from './head-room.ts';

const forecast = { devicesPerSecond: 1000, perReplica: 1000, utilisation: 0.7, growth: 0.05 };

test.each([
  // 1000 / 700 takes 2; 1400 is reached in ln 1.4 / ln 1.05 = 6.9 months.
  [{}, { replicas: 2, withSpare: 3, utilisation: 1000 / 3000, months: 6 }],
  [{ devicesPerSecond: 700 }, { replicas: 1, withSpare: 2, utilisation: 0.35, months: 0 }],
  [{ devicesPerSecond: 2100 }, { replicas: 3, withSpare: 4, utilisation: 0.525, months: 0 }],
  [
    { devicesPerSecond: 1, growth: 1 },
    { replicas: 1, withSpare: 2, utilisation: 0.0005, months: 9 },
  ],
  [{ growth: 0 }, { replicas: 2, withSpare: 3, utilisation: 1000 / 3000, months: undefined }],
])('%j', (changes, expected) => {
  expect(headRoom({ ...forecast, ...changes })).toEqual(expected);
});

test('more devices never take fewer replicas', () => {
  const replicas = Array.from(
    { length: 500 },
    (_, i) => headRoom({ ...forecast, devicesPerSecond: (i + 1) * 37.7 }).replicas,
  );
  expect(replicas).toEqual(replicas.toSorted((a, b) => a - b));
});
