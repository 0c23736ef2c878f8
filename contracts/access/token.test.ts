import { expect, test } from 'vitest';
import { expiryOf, readClaims } from './token.ts';

const jwt = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

test('reads what a JWT says of itself', () => {
  expect(readClaims(jwt({ exp: 1_700_000_000, iat: 1, type: 'AccessToken', uid: 'secret' }))).toEqual({
    exp: 1_700_000_000,
    iat: 1,
    type: 'AccessToken',
  });
  expect(expiryOf(jwt({ exp: 1_700_000_000 }))?.toISOString()).toBe('2023-11-14T22:13:20.000Z');
});

test.each(['', 'opaque', 'a.b.c', jwt([]), jwt({ exp: 'soon' })])('%s has no expiry', (token) => {
  expect(expiryOf(token)).toBeUndefined();
});
