import { describe, expect, test } from 'vitest';
import { tokensOf, writtenAt } from './json-text.ts';

const text = '{ "a/b": [1.0, {"c": "\\"x, y\\""}], "list": [], "": null }';

describe('the value at a pointer, as it is written', () => {
  test.each([
    ['/a~1b/0', '1.0'],
    ['/a~1b/1', '{"c":"\\"x, y\\""}'],
    ['/a~1b/1/c', '"\\"x, y\\""'],
    ['/a~1b', '[1.0,{"c":"\\"x, y\\""}]'],
    ['/list', '[]'],
    ['/', 'null'],
    ['/list/0', undefined],
    ['/nowhere', undefined],
  ])('%s', (pointer, written) => expect(writtenAt(text, pointer)).toBe(written));

  test('the whole', () => {
    expect(writtenAt('{ "a": [1.0,\n2] }', '')).toBe('{"a":[1.0,2]}');
    expect(writtenAt(' 17 ', '')).toBe('17');
  });
});

test('tokens know their place', () => {
  expect([...tokensOf('{"a":[true]}')].map(({ kind, depth, at }) => `${kind} ${depth} ${at}`)).toEqual([
    ...['open 0 ', 'key 1 /a', 'colon 1 /a', 'open 1 /a', 'scalar 2 /a/0', 'close 1 /a', 'close 0 '],
  ]);
});

test('an answer that is nested very deeply', () => {
  const depth = 20_000;
  expect(writtenAt(`${'['.repeat(depth)}${']'.repeat(depth)}`, '/0/0')).toHaveLength(2 * depth - 4);
});
