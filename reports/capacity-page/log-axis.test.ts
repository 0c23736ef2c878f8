import { expect, test } from 'vitest';
import { ticksAround } from './log-axis.ts';

test.each([
  [
    [3.2, 480],
    [2, 5, 10, 20, 50, 100, 200, 500],
  ],
  [
    [10, 100],
    [10, 20, 50, 100],
  ],
  [
    [0.03, 0.04],
    [0.02, 0.05],
  ],
  [[7], [5, 10]],
  [[10], [10, 20]],
])('an axis around %j', (values, ticks) => expect(ticksAround(values)).toEqual(ticks));
