import { expect, test } from 'vitest';
import { noOutcomes, occurred } from './outcome.ts';

test('outcomes that did not occur are left out, the good ones come first', () => {
  expect(occurred({ ...noOutcomes, timeout: 3, success: 5, partial: 1 })).toEqual([
    ['success', 5],
    ['partial', 1],
    ['timeout', 3],
  ]);
});
