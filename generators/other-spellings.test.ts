import { expect, it } from 'vitest';
import { otherSpellings } from './other-spellings.ts';
import { encodeBatch } from './request.ts';

const devices = [
  { pk: 'p"é:', dk: '0012' },
  { pk: '":', dk: '设备😀\n' },
];

it.each(otherSpellings.map(({ name, encode }) => [name, encode(devices)] as const))(
  '%s is the same JSON in other bytes',
  (_name, body) => {
    expect(JSON.parse(body.toString())).toEqual(devices);
    expect(body.equals(encodeBatch(devices))).toBe(false);
  },
);
