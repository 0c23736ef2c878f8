import { expect, it } from 'vitest';
import { oddStrings } from './odd-strings.ts';
import { encodeBatch } from './request.ts';

it('names and words each kind once, in both languages', () => {
  const names = oddStrings.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { text } of oddStrings) expect(text.zh).not.toBe('');
  expect(new Set(oddStrings.map(({ text }) => text.en)).size).toBe(names.length);
});

it.each(oddStrings.map(({ name, values }) => [name, values] as const))(
  '%s: different strings that survive JSON and UTF-8',
  (_name, values) => {
    expect(new Set(values).size).toBe(values.length);
    const devices = values.map((value) => ({ pk: value, dk: value }));
    expect(JSON.parse(encodeBatch(devices).toString())).toEqual(devices);
  },
);

it('has a character of every plane of Unicode', () => {
  const planes = oddStrings.find(({ name }) => name === 'planes')?.values ?? [];
  expect(planes.map((value) => (value.codePointAt(0) ?? 0) >> 16)).toEqual(
    Array.from({ length: 17 }, (_, plane) => plane),
  );
});
