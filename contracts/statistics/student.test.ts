import { expect, test } from 'vitest';
import { normalTail, studentBound, studentTail } from './student.ts';

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
test.each([
  [1, 0.05, 12.706],
  [2, 0.05, 4.303],
  [3, 0.05, 3.182],
  [4, 0.05, 2.776],
  [11, 0.05, 2.201],
  [11, 0.002, 4.025],
  [30, 0.05, 2.042],
  [30, 0.002, 3.385],
  [100_000, 0.05, 1.962],
])('t of %d degrees exceeds %d on both sides at %d', (degrees, error, t) => {
  expect(studentBound(degrees, error)).toBeCloseTo(t, 3);
  expect(studentTail(-t, degrees)).toBeCloseTo(error, 4);
});

test.each([
  [0, 0.5],
  [1, 0.1586553],
  [1.959964, 0.025],
  [3, 0.0013499],
])('below -%d lies %d', (x, share) => expect(normalTail(x)).toBeCloseTo(share, 6));
