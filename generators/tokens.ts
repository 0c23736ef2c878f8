import type { TokenState } from '../contracts/exchange.ts';
import type { Text } from '../contracts/text.ts';
import { bareToken, bearer } from './request.ts';

/** Returned in place of a header when the valid token is no JWT and the damage needs one. */
export const notApplicable = Symbol('needs a JWT');

/** A token that must be refused. */
export interface DamagedToken {
  readonly name: string;
  readonly text: Text;
  readonly state: Exclude<TokenState, 'valid'>;
  /** The Authorization header made from a valid token, with or without `Bearer `; undefined sends none. */
  readonly authorization: (valid: string) => string | undefined | typeof notApplicable;
}

/** Every way of damaging a token. Expired tokens and refresh tokens can't be made, they must be given. */
export const damagedTokens: readonly DamagedToken[] = [
  {
    name: 'no-header',
    text: { en: 'no Authorization header', zh: '没有 Authorization 请求头' },
    state: 'missing',
    authorization: () => undefined,
  },
  {
    name: 'empty',
    text: { en: 'empty Authorization header', zh: 'Authorization 请求头为空' },
    state: 'missing',
    authorization: () => '',
  },
  {
    name: 'blank',
    text: { en: 'Authorization header of spaces', zh: 'Authorization 请求头只有空格' },
    state: 'missing',
    authorization: () => '   ',
  },
  {
    name: 'garbage',
    text: { en: 'a word instead of a token', zh: 'token 是一个普通单词' },
    state: 'invalid',
    authorization: () => bearer('garbage'),
  },
  {
    name: 'garbage-in-three-parts',
    text: { en: 'garbage in the shape of a JWT', zh: '形似 JWT 的乱码' },
    state: 'invalid',
    authorization: () => bearer('Z2FyYmFnZQ.Z2FyYmFnZQ.Z2FyYmFnZQ'),
  },
  {
    name: 'payload-tampered',
    text: { en: 'lifetime extended under the old signature', zh: '篡改有效期但沿用原签名' },
    state: 'invalid',
    // Only the expiry changes: with another user in it, a token may be refused although nobody checked its signature.
    authorization: damaged(({ header, claims, signature }) => {
      const exp = ('exp' in claims ? Number(claims.exp) : 0) + 86_400;
      return [header, encode({ ...claims, exp }), signature];
    }),
  },
  {
    name: 'signature-tampered',
    text: { en: 'one character of the signature changed', zh: '签名被改动一个字符' },
    state: 'invalid',
    authorization: damaged(({ header, payload, signature }) => [header, payload, changeMiddle(signature)]),
  },
  {
    name: 'alg-none',
    text: { en: 'algorithm none, no signature', zh: '算法改为 none 且无签名' },
    state: 'invalid',
    authorization: damaged(({ head, payload }) => [encode({ ...head, alg: 'none' }), payload, '']),
  },
  {
    name: 'signature-cut-off',
    text: { en: 'signature cut off', zh: '签名被截去' },
    state: 'invalid',
    authorization: damaged(({ header, payload }) => [header, payload]),
  },
  {
    name: 'other-scheme',
    text: { en: 'Basic instead of Bearer', zh: '使用 Basic 而非 Bearer' },
    state: 'invalid',
    authorization: () => `Basic ${Buffer.from('garbage:garbage').toString('base64')}`,
  },
];

/** The three parts of a token as they are written, and the first two as they are meant. */
interface Jwt {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
  readonly head: object;
  readonly claims: object;
}

function damaged(damage: (jwt: Jwt) => readonly string[]): DamagedToken['authorization'] {
  return (valid) => {
    const jwt = readJwt(bareToken(valid));
    return jwt === undefined ? notApplicable : bearer(damage(jwt).join('.'));
  };
}

function readJwt(token: string): Jwt | undefined {
  const [, header, payload, signature] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(token) ?? [];
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  const head = decode(header);
  const claims = decode(payload);
  return head && claims && { header, payload, signature, head, claims };
}

function decode(part: string): object | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The last character of base64 may carry unused bits; one in the middle never does. */
function changeMiddle(signature: string): string {
  const middle = Math.floor((signature.length - 1) / 2);
  const other = signature[middle] === 'A' ? 'B' : 'A';
  return signature.slice(0, middle) + other + signature.slice(middle + 1);
}
