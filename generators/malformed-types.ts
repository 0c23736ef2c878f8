import { fillAll, type Text } from '../contracts/text.ts';
import type { BadBody } from './bad-bodies.ts';

interface Named {
  readonly name: string;
  readonly text: Text;
}

/** Every type of JSON, with an example. */
const types: readonly (Named & { readonly json: string })[] = [
  { name: 'null', text: { en: 'null', zh: 'null' }, json: 'null' },
  { name: 'boolean', text: { en: 'a boolean', zh: '布尔值' }, json: 'true' },
  { name: 'number', text: { en: 'a number', zh: '数字' }, json: '869339060000017' },
  { name: 'string', text: { en: 'a string', zh: '字符串' }, json: '"p11pLZ"' },
  { name: 'array', text: { en: 'an array', zh: '数组' }, json: '["p11pLZ"]' },
  { name: 'object', text: { en: 'an object', zh: '对象' }, json: '{"p11pLZ":1}' },
];

/** Every place of a request, with the one type that belongs there and the body around a value. */
const places: readonly (Named & { readonly right?: string; around(json: string): string })[] = [
  {
    name: 'body',
    text: { en: 'the whole body is {type}', zh: '整个请求体为{type}' },
    right: 'array',
    around: (json) => json,
  },
  {
    // An object is right here, but not without pk and dk.
    name: 'element',
    text: { en: 'a device is {type}', zh: '某台设备为{type}' },
    around: (json) => `[{"pk":"zzzzzz","dk":"FFFFFFFFFFFE"},${json}]`,
  },
  {
    name: 'pk',
    text: { en: 'pk is {type}', zh: 'pk 为{type}' },
    right: 'string',
    around: (json) => `[{"pk":${json},"dk":"FFFFFFFFFFFE"}]`,
  },
  {
    name: 'dk',
    text: { en: 'dk is {type}', zh: 'dk 为{type}' },
    right: 'string',
    around: (json) => `[{"pk":"zzzzzz","dk":${json}}]`,
  },
];

/** Each type of JSON in each place where it does not belong. */
export const malformedTypes: readonly BadBody[] = places.flatMap((place) =>
  types
    .filter(({ name }) => name !== place.right)
    .map((type) => ({
      name: `${place.name}-is-${type.name}`,
      text: fillAll(place.text, { type: type.text }),
      body: Buffer.from(place.around(type.json)),
    })),
);
