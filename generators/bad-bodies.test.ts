import { expect, it } from 'vitest';
import { badBodies } from './bad-bodies.ts';

it('has no body that could be taken for devices', () => {
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
