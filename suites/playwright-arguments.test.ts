import { expect, test } from 'vitest';
import { isListing, isUiMode, keepRecord, shardOf } from './playwright-arguments.ts';

const given = (args: string) => args.split(' ');

test.each([
  ['--reporter blob', /^--reporter \S+record-reporter\.ts,blob$/],
  ['--shard 1/2 --reporter=json,dot', /^--shard 1\/2 --reporter=\S+record-reporter\.ts,json,dot$/],
  ['--grep x --add-reporter dot', /^--grep x --add-reporter dot$/],
  ['--ui --reporter dot', /^--ui --reporter dot$/],
])('%s keeps the record', (args, expected) => {
  expect(keepRecord(given(args)).join(' ')).toMatch(expected);
});

test.each([
  ['--shard 2/3', { current: 2, total: 3 }],
  ['--shard=1/1 -g x', { current: 1, total: 1 }],
  ['--shard 1/2 --shard 2/2', { current: 2, total: 2 }],
  ['--grep --shards', undefined],
])('the shard of %s', (args, shard) => {
  expect(shardOf(given(args))).toEqual(shard);
});

test.each(['0/2', '3/2', '1', 'a/b', '1/2/3', ''])('"%s" is no shard', (value) => {
  expect(() => shardOf(['--shard', value])).toThrow('--shard');
});

test('what is a list, and what is the user interface', () => {
  expect(['--list', '--last-failed'].map((arg) => isListing([arg]))).toEqual([true, false]);
  const args = ['--ui', '--ui-port=0', '--ui-host', '--uix', 'ui'];
  expect(args.map((arg) => isUiMode([arg]))).toEqual([true, true, true, false, false]);
});
