import { randomUUID } from 'node:crypto';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { makeRsaKey } from './rsa-key.ts';

/** What a token says; moments in seconds since the epoch. */
export interface Claims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  readonly uid: string;
  readonly type: 'AccessToken' | 'RefreshToken';
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  readonly jti: string;
}

/** What the service makes of an Authorization header. `forged` is everything it did not sign. */
export type Verdict = 'valid' | 'missing' | 'expired' | 'refresh' | 'revoked' | 'forged';

export interface Tokens {
  /** A signed token of this moment, an access token unless the claims given say otherwise. */
  sign(claims?: Partial<Claims>): Promise<string>;
  /** What an Authorization header is worth at this moment. */
  verdict(authorization: string | undefined): Promise<Verdict>;
  /** Takes back a token before its time, as when its user logs in elsewhere. */
  revoke(token: string): void;
}

export const accessTokenSeconds = 7200;
const refreshTokenSeconds = 30 * 24 * 3600;

const issuer = 'enduser';
const audience = 'Audience';
const cacheSize = 1000;
const compactJws = /^[\w-]+\.[\w-]+\.[\w-]+$/;

function claimsAt(seconds: number, lifetime: number): Claims {
  return {
    iss: issuer,
    aud: audience,
    sub: 'subject',
    uid: 'U1000001',
    type: 'AccessToken',
    iat: seconds,
    nbf: seconds - 120,
    exp: seconds + lifetime,
    jti: randomUUID(),
  };
}

/** The verdict on claims whose signature is good; undefined stands for a token that is not ours. */
function judge(claims: Claims | undefined, seconds: number): Verdict {
  if (claims?.iss !== issuer || claims.aud !== audience || !(claims.nbf <= seconds)) return 'forged';
  if (seconds >= claims.exp) return 'expired';
  if (claims.type === 'AccessToken') return 'valid';
  return claims.type === 'RefreshToken' ? 'refresh' : 'forged';
}

/**
 * Issues and verifies the tokens of one service, RS256 with a key of its own; `now` gives milliseconds, `accessSeconds`
 * is how long an access token lives.
 */
export async function createTokens(
  now: () => number = Date.now,
  accessSeconds: number = accessTokenSeconds,
): Promise<Tokens> {
  const { kty, n, e, ...secret } = await makeRsaKey();
  const [privateKey, publicKey] = await Promise.all([
    importJWK({ kty, n, e, ...secret }, 'RS256'),
    importJWK({ kty, n, e }, 'RS256'),
  ]);
  const seconds = () => Math.floor(now() / 1000);

  async function verify(token: string): Promise<Claims | undefined> {
    if (!compactJws.test(token)) return undefined;
    try {
      const { payload } = await compactVerify(token, publicKey, { algorithms: ['RS256'] });
      return JSON.parse(Buffer.from(payload).toString());
    } catch {
      return undefined;
    }
  }

  // Checking a signature costs about as much as answering a batch of 100. Whether a token is ours never
  // changes, so that is kept; whether it is in time does, so that is asked on every call.
  const verified = new Map<string, Claims | undefined>();
  const revoked = new Set<string>();

  async function claimsOf(token: string): Promise<Claims | undefined> {
    if (verified.has(token)) return verified.get(token);
    const claims = await verify(token);
    const [oldest] = verified.keys();
    if (oldest !== undefined && verified.size >= cacheSize) verified.delete(oldest);
    verified.set(token, claims);
    return claims;
  }

  return {
    sign(claims) {
      const lifetime = claims?.type === 'RefreshToken' ? refreshTokenSeconds : accessSeconds;
      return new CompactSign(Buffer.from(JSON.stringify({ ...claimsAt(seconds(), lifetime), ...claims })))
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
        .sign(privateKey);
    },
    async verdict(authorization = '') {
      const given = authorization.trim();
      if (given === '' || given === 'Bearer') return 'missing';
      if (!given.startsWith('Bearer ')) return 'forged';
      const token = given.slice('Bearer '.length);
      return revoked.has(token) ? 'revoked' : judge(await claimsOf(token), seconds());
    },
    revoke: (token) => void revoked.add(token),
  };
}
