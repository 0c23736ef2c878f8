import { expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { type FindingChanges, findingChanges } from './finding-changes.ts';

const finding = (name: string, at = ''): Finding => ({
  rule: 'batch-law',
  severity: 'violation',
  at,
  message: name,
  params: { kind: 'missing', dk: name },
});

/** In short: `a 2` is seen in two answers. */
function told({ same, gone, new: added }: FindingChanges) {
  const seen = (list: FindingChanges['same']) =>
    list.map(({ finding, answers }) => `${finding.message} ${answers}`);
  return { same: seen(same), gone: gone.map(({ message }) => message), new: seen(added) };
}

test.each([
  ['nothing then, nothing now', [], [[]], {}],
  ['the same', [finding('a')], [[finding('a')]], { same: ['a 1'] }],
  ['gone', [finding('a')], [[]], { gone: ['a'] }],
  ['new', [], [[finding('a')]], { new: ['a 1'] }],
  ['another device', [finding('a')], [[finding('b')]], { gone: ['a'], new: ['b 1'] }],
  [
    'at another place of a list',
    [finding('a', '/data/3/dk')],
    [[finding('a', '/data/12/dk')]],
    { same: ['a 1'] },
  ],
  [
    'at another field',
    [finding('a', '/data/3/dk')],
    [[finding('a', '/data/3/pk')]],
    { gone: ['a'], new: ['a 1'] },
  ],
  [
    'one of two alike',
    [finding('a', '/0'), finding('a', '/1')],
    [[finding('a', '/1')]],
    { same: ['a 1'], gone: ['a'] },
  ],
  [
    'two alike where there was one',
    [finding('a', '/0')],
    [[finding('a', '/7'), finding('a', '/0')]],
    { same: ['a 1'], new: ['a 1'] },
  ],
  [
    'in some of the answers',
    [finding('a'), finding('b')],
    [[finding('a')], [], [finding('a'), finding('c')]],
    { same: ['a 2'], gone: ['b'], new: ['c 1'] },
  ],
  ['new ones at changing places', [], [[finding('a', '/0')], [finding('a', '/1')]], { new: ['a 2'] }],
  [
    'two new ones alike in each answer',
    [],
    [
      [finding('a', '/0'), finding('a', '/1')],
      [finding('a', '/0'), finding('a', '/1')],
    ],
    { new: ['a 2', 'a 2'] },
  ],
])('%s', (_name, before, answers, expected) => {
  expect(told(findingChanges(before, answers))).toEqual({ same: [], gone: [], new: [], ...expected });
});

test('one of two alike that stayed is the one at the same place', () => {
  const { same, gone } = findingChanges([finding('a', '/0'), finding('a', '/1')], [[finding('a', '/1')]]);
  expect([same[0]?.finding.at, gone[0]?.at]).toEqual(['/1', '/0']);
});
