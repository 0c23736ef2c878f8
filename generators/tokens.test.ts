import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { damagedTokens, notApplicable } from './tokens.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString());

const header = { alg: 'RS256', kid: 'k1' };
const claims = { iss: 'enduser', uid: 'U1', type: 'AccessToken', exp: 1_900_000_000, jti: '钥' };
const signed = `${encode(header)}.${encode(claims)}`;
const jwt = `${signed}.${sign('RSA-SHA256', Buffer.from(signed), keys.privateKey).toString('base64url')}`;

const verified = (token: string) => {
  const [head, payload, signature = ''] = token.split('.');
  return verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${payload}`),
    keys.publicKey,
    Buffer.from(signature, 'base64url'),
  );
};

function damage(name: string, valid: string = jwt): string | undefined | typeof notApplicable {
  const entry = damagedTokens.find((each) => each.name === name);
  if (entry === undefined) throw new Error(`no damage ${name}`);
  return entry.authorization(valid);
}

/** The parts of a damaged token. */
const parts = (name: string) => String(damage(name)).replace('Bearer ', '').split('.');

describe('damagedTokens', () => {
  it('covers both answers, each by a name of its own', () => {
    expect(damagedTokens.map(({ name, state }) => `${state} ${name}`)).toMatchInlineSnapshot(`
      [
        "missing no-header",
        "missing empty",
        "missing blank",
        "invalid garbage",
        "invalid garbage-in-three-parts",
        "invalid payload-tampered",
        "invalid signature-tampered",
        "invalid alg-none",
        "invalid signature-cut-off",
        "invalid other-scheme",
      ]
    `);
    expect(new Set(damagedTokens.map(({ name }) => name)).size).toBe(damagedTokens.length);
  });

  it('starts from a valid token', () => {
    expect(verified(jwt)).toBe(true);
  });

  it.each(damagedTokens.map(({ name }) => name))(
    '%s: no valid token goes out, with or without Bearer',
    (name) => {
      const sent = damage(name);
      expect(damage(name, `Bearer ${jwt}`)).toBe(sent);
      expect(String(sent)).not.toContain(jwt);
      expect(verified(String(sent).replace('Bearer ', ''))).toBe(false);
    },
  );

  it('sends nothing, or nothing but white space, where the token is missing', () => {
    const missing = damagedTokens.filter(({ state }) => state === 'missing');
    expect(missing.map(({ authorization }) => authorization(jwt))).toEqual([undefined, '', '   ']);
  });

  it('changes one claim under the old signature', () => {
    const [head, payload, signature] = parts('payload-tampered');
    expect([head, signature]).toEqual([jwt.split('.')[0], jwt.split('.')[2]]);
    expect(decode(payload)).toEqual({ ...claims, exp: claims.exp + 86_400 });
  });

  it('changes bytes of the signature and nothing else', () => {
    const [head, payload, signature = ''] = parts('signature-tampered');
    expect(`${head}.${payload}`).toBe(signed);
    expect(signature).toHaveLength(jwt.split('.')[2]?.length ?? 0);
    expect(
      Buffer.from(signature, 'base64url').equals(Buffer.from(jwt.split('.')[2] ?? '', 'base64url')),
    ).toBe(false);
  });

  it.each(['AA', 'AAA', 'AAAA', 'BBBBBB', '-_-_'])('changes bytes of the signature %s', (signature) => {
    const sent = String(damage('signature-tampered', `${signed}.${signature}`)).split('.')[2] ?? '';
    expect(Buffer.from(sent, 'base64url')).not.toEqual(Buffer.from(signature, 'base64url'));
  });

  it('claims to need no signature', () => {
    const [head, payload, signature] = parts('alg-none');
    expect(decode(head)).toEqual({ ...header, alg: 'none' });
    expect([payload, signature]).toEqual([jwt.split('.')[1], '']);
  });

  it('cuts the signature off', () => {
    expect(parts('signature-cut-off')).toEqual(signed.split('.'));
  });

  it.each(['opaque', 'a.b', 'a.b.c', 'bnVsbA.bnVsbA.AAAA', ''])(
    'says where the token %j is no JWT',
    (opaque) => {
      const skipped = damagedTokens.filter(({ authorization }) => authorization(opaque) === notApplicable);
      expect(skipped.map(({ name }) => name)).toEqual([
        'payload-tampered',
        'signature-tampered',
        'alg-none',
        'signature-cut-off',
      ]);
    },
  );
});
