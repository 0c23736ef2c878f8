import type { Text } from '../contracts/text.ts';
import { malformedBytes } from './malformed-bytes.ts';
import { malformedJson } from './malformed-json.ts';
import { malformedTypes } from './malformed-types.ts';

/** A body that is no batch of devices. */
export interface BadBody {
  readonly name: string;
  readonly text: Text;
  readonly body: Buffer;
}

const empty: BadBody = { name: 'empty', text: { en: 'empty body', zh: '空请求体' }, body: Buffer.alloc(0) };

/** The commonest mistakes. */
const mistakes: readonly BadBody[] = [
  { name: 'not-json', text: { en: 'not JSON', zh: '不是 JSON' }, body: Buffer.from('pk=p11pLZ&dk=D001') },
  {
    name: 'object',
    text: { en: 'object instead of an array', zh: '对象而非数组' },
    body: Buffer.from('{"pk":"p11pLZ","dk":"D001"}'),
  },
];

/** Bodies to send with a bad token, which must be refused before the body is looked at. */
export const badBodies: readonly BadBody[] = [
  empty,
  { name: 'empty-array', text: { en: 'empty array', zh: '空数组' }, body: Buffer.from('[]') },
  ...mistakes,
];

/** Every body that is no batch, not even one without devices: none may be a success. */
export const malformedBodies: readonly BadBody[] = [
  empty,
  ...mistakes,
  ...malformedTypes,
  ...malformedJson,
  ...malformedBytes,
];
