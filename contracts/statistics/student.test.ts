import { expect, test } from 'vitest';
import { normalTail, student975 } from './student.ts';

test.each([
  [3, 3.1824],
  [4, 2.7764],
  [5, 2.5706],
  [10, 2.2281],
  [30, 2.0423],
])('t of %d degrees is %d', (degrees, t) => expect(student975(degrees) / t).toBeCloseTo(1, 1.7));

test.each([
  [0, 0.5],
  [1, 0.1586553],
  [1.959964, 0.025],
  [3, 0.0013499],
])('below -%d lies %d', (x, share) => expect(normalTail(x)).toBeCloseTo(share, 6));
