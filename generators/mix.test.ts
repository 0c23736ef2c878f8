import { describe, expect, it } from 'vitest';
import { countsOf, parseMix } from './mix.ts';
import { randomStream } from './random.ts';

describe('parseMix', () => {
  it.each([
    ['own=90,unknown=10', { own: 90, unknown: 10 }],
    ['foreign=1', { foreign: 1 }],
    [' own = 1, foreign=0 ', { own: 1, foreign: 0 }],
  ])('reads %s', (text, mix) => {
    expect(parseMix(text)).toEqual(mix);
  });

  it.each([
    '',
    'own',
    'own=',
    'own=-1',
    'own=0.5',
    'own=0',
    'own=1,own=2',
    'mine=1',
    'own=1,',
    'own=1;unknown=2',
  ])('refuses "%s"', (text) => {
    expect(parseMix(text)).toBeUndefined();
  });
});

describe('countsOf', () => {
  it('gives exact shares where they are whole', () => {
    for (let index = 0; index < 100; index++) {
      expect(countsOf({ own: 90, unknown: 10 }, 100, randomStream(1, index))).toEqual({
        own: 90,
        foreign: 0,
        unknown: 10,
      });
    }
  });

  it('rounds up or down and always fills the batch', () => {
    for (let index = 0; index < 1000; index++) {
      const size = index % 17;
      const {
        own = 0,
        foreign = 0,
        unknown = 0,
      } = countsOf({ own: 5, foreign: 1, unknown: 1 }, size, randomStream(1, index));
      expect(own + foreign + unknown).toBe(size);
      for (const [count, weight] of [
        [own, 5],
        [foreign, 1],
        [unknown, 1],
      ] as const) {
        expect(Math.abs(count - (size * weight) / 7)).toBeLessThan(1);
      }
    }
  });

  it('keeps the ratio over many batches of one device', () => {
    const counts = Array.from({ length: 10_000 }, (_, index) =>
      countsOf({ own: 90, unknown: 10 }, 1, randomStream(1, index)),
    );
    const unknown = counts.filter((count) => count.unknown === 1).length;
    // 1,000 expected; standard deviation 30.
    expect(Math.abs(unknown - 1000)).toBeLessThan(150);
  });
});
