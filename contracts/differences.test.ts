import { expect, test } from 'vitest';
import type { Description, Schema } from './description.ts';
import { differencesFrom } from './differences.ts';

const schemas: Record<string, Schema> = {
  Answer: { properties: { code: {}, data: { $ref: '#/components/schemas/Tree', properties: { own: {} } } } },
  Tree: {
    properties: {
      name: {},
      note: { 'x-may-be-absent': true },
      children: { items: { $ref: '#/components/schemas/Tree' } },
      byKey: { additionalProperties: { $ref: '#/components/schemas/Leaf' } },
      free: {},
      open: { properties: { known: {} }, additionalProperties: true },
    },
  },
  Leaf: { required: ['id'], properties: { id: {}, 'a/b': {} } },
  Both: { allOf: [{ $ref: '#/components/schemas/Leaf' }, { properties: { extra: {} } }] },
  '名«X»': { properties: { 键: {} } },
};
const description: Description = { paths: {}, components: { schemas } };
const at = (name: string) => `/components/schemas/${name}`;

const node = (more: object = {}) => ({
  name: '',
  children: [],
  byKey: {},
  free: {},
  open: { known: 1 },
  ...more,
});

function found(name: string, value: unknown): string[] {
  const differences = [...differencesFrom(description)(at(name), value)];
  return differences.map(({ kind, at: pointer, field, type, schema }) =>
    [kind, pointer || '/', field, type, schema.replace('/components/schemas/', '')].filter(Boolean).join(' '),
  );
}

test.each([
  ['everything documented', 'Answer', { code: 1, data: { ...node(), own: 1 } }],
  ['a free object', 'Tree', node({ free: { anything: { at: ['all'] } } })],
  ['keys of a map', 'Tree', node({ byKey: { x: { id: 1, 'a/b': 1 }, 5: { id: 2, 'a/b': 1 } } })],
  ['an open object', 'Tree', node({ open: { known: 1, more: { deep: 1 } } })],
  ['a field that may be absent, there', 'Tree', node({ note: null })],
  ['values of another type, which the schema itself refuses', 'Tree', node({ children: {}, byKey: [] })],
  ['allOf', 'Both', { id: 1, 'a/b': 2, extra: 3 }],
  ['a required field that is missing, which breaks the schema', 'Leaf', { 'a/b': 1 }],
  ['no object at all', 'Tree', null],
])('is quiet about %s', (_name, schema, value) => expect(found(schema, value)).toEqual([]));

test.each([
  [
    'beside a $ref',
    'Answer',
    { code: 1, data: { ...node(), own: 1, x: '' } },
    ['undocumented /data/x x string Answer/properties/data'],
  ],
  [
    'below a recursive array',
    'Tree',
    node({ children: [node({ children: [node({ x: 1 })] })] }),
    ['undocumented /children/0/children/0/x x number Tree'],
  ],
  [
    'in the value of a map',
    'Tree',
    node({ byKey: { k: { id: 1, 'a/b': 1, x: null } } }),
    ['undocumented /byKey/k/x x null Leaf'],
  ],
  [
    'of every JSON type',
    'Leaf',
    { id: 1, 'a/b': 1, s: '', n: 1, t: true, l: [], o: {}, z: null },
    ['s string', 'n number', 't boolean', 'l array', 'o object', 'z null'].map(
      (one) => `undocumented /${one[0]} ${one} Leaf`,
    ),
  ],
  ['vanished', 'Leaf', { id: 1 }, ['vanished / a/b Leaf']],
  ['vanished deep down', 'Tree', node({ byKey: { 'k/1': { id: 1 } } }), ['vanished /byKey/k~11 a/b Leaf']],
  [
    'of allOf',
    'Both',
    { id: 1, 'a/b': 1, y: 1 },
    ['undocumented /y y number Leaf', 'vanished / extra Both/allOf/1'],
  ],
  [
    'of a model with a Chinese name',
    '名«X»',
    { 别: 1 },
    ['undocumented /别 别 number 名«X»', 'vanished / 键 名«X»'],
  ],
])('finds a field %s', (_name, schema, value, expected) => expect(found(schema, value)).toEqual(expected));
