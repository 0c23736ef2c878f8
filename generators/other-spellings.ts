import type { Device } from '../contracts/batch.ts';
import type { Text } from '../contracts/text.ts';

/** Another way to write the same JSON; nothing in it may make a difference. */
export interface OtherSpelling {
  readonly name: string;
  readonly text: Text;
  encode(devices: readonly Device[]): Buffer;
}

const escaped = (value: string) =>
  `"${value.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;

const spaced = (tokens: readonly string[]) => `\n\t ${tokens.join(' \r\n\t')} \n`;

function listed(devices: readonly Device[]): string {
  const members = devices.map(({ pk, dk }) =>
    spaced(['{', '"pk"', ':', JSON.stringify(pk), ',', '"dk"', ':', JSON.stringify(dk), '}']),
  );
  return members.join(',');
}

/** Ways to write a batch that a parser of JSON cannot tell apart. */
export const otherSpellings: readonly OtherSpelling[] = [
  {
    name: 'dk-first',
    text: { en: 'dk before pk', zh: 'dk 在 pk 之前' },
    encode: (devices) => Buffer.from(JSON.stringify(devices.map(({ pk, dk }) => ({ dk, pk })))),
  },
  {
    name: 'white-space',
    text: { en: 'white space wherever it may stand', zh: '所有允许的位置都有空白' },
    encode: (devices) => Buffer.from(spaced(['[', listed(devices), ']'])),
  },
  {
    name: 'escapes',
    text: { en: 'every character escaped', zh: '所有字符均转义' },
    encode: (devices) =>
      Buffer.from(
        `[${devices.map(({ pk, dk }) => `{${escaped('pk')}:${escaped(pk)},${escaped('dk')}:${escaped(dk)}}`).join(',')}]`,
      ),
  },
];
