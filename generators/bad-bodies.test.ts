import { describe, expect, it } from 'vitest';
import { readDevices } from '../contracts/reference/answer.ts';
import { ambiguousBodies } from './ambiguous-bodies.ts';
import { badBodies, malformedBodies } from './bad-bodies.ts';

it('has the commonest mistakes for bad tokens', () => {
  expect(badBodies.map(({ name, body }) => [name, body.toString()])).toMatchInlineSnapshot(`
    [
      [
        "empty",
        "",
      ],
      [
        "empty-array",
        "[]",
      ],
      [
        "not-json",
        "pk=p11pLZ&dk=D001",
      ],
      [
        "object",
        "{"pk":"p11pLZ","dk":"D001"}",
      ],
    ]
  `);
});

describe('malformedBodies', () => {
  it.each(malformedBodies.map((bad) => [bad.name, bad] as const))('%s is no batch', (_name, bad) => {
    expect(readDevices(bad.body)).toBeUndefined();
    expect(bad.text.zh).toMatch(/\p{Script=Han}/u);
  });

  it('names and words each once', () => {
    for (const key of ['name', 'text'] as const) {
      const all = [...malformedBodies, ...ambiguousBodies].map((bad) => JSON.stringify(bad[key]));
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('has every type of JSON in every place where it does not belong', () => {
    const places = ['body', 'element', 'pk', 'dk'];
    const counts = places.map(
      (place) => malformedBodies.filter(({ name }) => name.startsWith(`${place}-is-`)).length,
    );
    expect(counts).toEqual([5, 6, 5, 5]);
  });
});

it('has ambiguous bodies that are JSON all the same', () => {
  for (const { body } of ambiguousBodies) expect(JSON.parse(body.toString())).toHaveProperty('0.pk');
});
