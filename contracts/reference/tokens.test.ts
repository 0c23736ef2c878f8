import { decodeProtectedHeader } from 'jose';
import { describe, expect, test } from 'vitest';
import { readClaims } from '../access/token.ts';
import { tampered, unsigned } from './sample.ts';
import { accessTokenSeconds, type Claims, createTokens } from './tokens.ts';

let nowMs = Date.parse('2026-01-01T00:00:00Z');
const tokens = await createTokens(() => nowMs);
const valid = await tokens.sign();
const seconds = nowMs / 1000;
const bearer = async (claims: Partial<Claims>) => `Bearer ${await tokens.sign(claims)}`;
const stranger = await createTokens(() => nowMs);

describe('verdict', () => {
  test.each([
    ['no header', undefined, 'missing'],
    ['an empty header', '', 'missing'],
    ['a blank header', '  \t', 'missing'],
    ['a scheme with nothing behind it', 'Bearer', 'missing'],
    ['a scheme with blanks behind it', 'Bearer   ', 'missing'],
    ['an access token', `Bearer ${valid}`, 'valid'],
    ['a token without scheme', valid, 'forged'],
    ['another scheme', `Basic ${valid}`, 'forged'],
    ['garbage', 'Bearer garbage', 'forged'],
    ['something behind the token', `Bearer ${valid} x`, 'forged'],
    ['a blank within the token', `Bearer ${valid.slice(0, -9)} ${valid.slice(-9)}`, 'forged'],
    ['a changed signature', `Bearer ${tampered(valid)}`, 'forged'],
    ['no signature', `Bearer ${unsigned(valid)}`, 'forged'],
    ['a refresh token', bearer({ type: 'RefreshToken' }), 'refresh'],
    ['an expired token', bearer({ exp: seconds - 1 }), 'expired'],
    ['an expired refresh token', bearer({ type: 'RefreshToken', exp: seconds }), 'expired'],
    ['a token of tomorrow', bearer({ nbf: seconds + 86_400 }), 'forged'],
    ['another audience', bearer({ aud: 'Elsewhere' }), 'forged'],
    ['another issuer', bearer({ iss: 'developer' }), 'forged'],
    ["another service's token", stranger.sign().then((token) => `Bearer ${token}`), 'forged'],
  ])('%s', async (_name, given, verdict) => {
    const authorization = await given;
    expect(await tokens.verdict(authorization)).toBe(verdict);
    expect(await tokens.verdict(authorization), 'when asked again').toBe(verdict);
  });

  test('a token that was valid expires', async () => {
    const authorization = `Bearer ${await tokens.sign()}`;
    expect(await tokens.verdict(authorization)).toBe('valid');
    nowMs += accessTokenSeconds * 1000 - 1;
    expect(await tokens.verdict(authorization)).toBe('valid');
    nowMs += 1;
    expect(await tokens.verdict(authorization)).toBe('expired');
  });

  test('a token that was valid is revoked, and no other', async () => {
    const [token, other] = await Promise.all([tokens.sign(), tokens.sign()]);
    expect(await tokens.verdict(`Bearer ${token}`)).toBe('valid');
    tokens.revoke(token);
    expect(await tokens.verdict(`Bearer ${token}`)).toBe('revoked');
    expect(await tokens.verdict(`Bearer ${other}`)).toBe('valid');
  });

  test('more tokens than are remembered', async () => {
    const first = `Bearer ${await tokens.sign()}`;
    expect(await tokens.verdict(first)).toBe('valid');
    for (let i = 0; i < 1100; i++) expect(await tokens.verdict(`Bearer a.b.${i}`)).toBe('forged');
    expect(await tokens.verdict(first)).toBe('valid');
  });
});

test('a refresh token lives 30 days, an access token as long as it is told to', async () => {
  const lifeOf = async (token: Promise<string>) => {
    const { exp = 0, iat = 0 } = readClaims(await token) ?? {};
    return exp - iat;
  };
  expect(await lifeOf(tokens.sign({ type: 'RefreshToken' }))).toBe(30 * 24 * 3600);
  expect(await lifeOf((await createTokens(() => nowMs, 90)).sign())).toBe(90);
});

test('a token is an RS256 JWT with the claims of the platform', async () => {
  const token = await tokens.sign({ uid: 'U1' });
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT' });
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const iat = nowMs / 1000;
  expect(claims).toEqual({
    iss: 'enduser',
    aud: 'Audience',
    sub: 'subject',
    uid: 'U1',
    type: 'AccessToken',
    iat,
    nbf: iat - 120,
    exp: iat + 7200,
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});
