import { expect, test } from 'vitest';
import { accessOf } from './access.ts';

const jwt = `e30.${Buffer.from('{"exp":1744787786}').toString('base64url')}.x`;

test('tokens lose their prefix; a moment in seconds becomes one in milliseconds', () => {
  expect(
    accessOf({
      accessToken: { token: 'Bearer opaque', expirationTime: 1744787786 },
      refreshToken: { token: 'bearer  other', expirationTime: 1747372586 },
    }),
  ).toEqual({ token: 'opaque', refreshToken: 'other', expiresAt: 1744787786000 });
});

test('what a token says of its expiry goes before what the answer says', () => {
  expect(accessOf({ accessToken: { token: jwt, expirationTime: 7200 } })).toEqual({
    token: jwt,
    expiresAt: 1744787786000,
  });
});

test('nobody says when the token expires', () => {
  expect(accessOf({ accessToken: { token: 'opaque', expirationTime: 'soon' } })).toEqual({ token: 'opaque' });
});

test.each([undefined, null, 'x', {}, { accessToken: 'x' }, { accessToken: { token: 1 } }])(
  '%j is no access',
  (data) => {
    expect(accessOf(data)).toBeUndefined();
  },
);
