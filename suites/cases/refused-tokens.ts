import type { TokenState } from '../../contracts/exchange.ts';
import type { Text } from '../../contracts/text.ts';
import { bearer } from '../../generators/request.ts';
import type { Target } from '../../generators/target.ts';
import { damagedTokens, notApplicable } from '../../generators/tokens.ts';
import type { Session } from '../session.ts';

/** A token that must be refused. */
export interface RefusedToken {
  readonly title: string;
  readonly state: TokenState;
  /** The header to send, or why the target cannot offer it. */
  header(target: Target): { readonly value: string | undefined } | { readonly missing: Text };
}

function given(
  state: TokenState,
  title: string,
  tokenOf: (target: Target) => string | undefined,
  missing: Text,
): RefusedToken {
  const header = (target: Target) => {
    const token = tokenOf(target);
    return token === undefined ? { missing } : { value: bearer(token) };
  };
  return { title, state, header };
}

/** Damaged tokens, and good ones of the wrong time or kind. */
export const refusedTokens: readonly RefusedToken[] = [
  ...damagedTokens.map(({ text, state, authorization }) => ({
    title: text.en,
    state,
    header({ token }: Target) {
      const value = authorization(token);
      return value === notApplicable
        ? { missing: { en: 'the token is not a JWT', zh: 'token 不是 JWT' } }
        : { value };
    },
  })),
  given('expired', 'an expired token', (target) => target.expiredToken, {
    en: 'PKDK_EXPIRED_TOKEN is not set',
    zh: '未设置 PKDK_EXPIRED_TOKEN',
  }),
  given('refresh', 'a refresh token', (target) => target.refreshToken, {
    en: 'no refresh token can be had of this target',
    zh: '无法从该被测服务取得刷新令牌',
  }),
];

/** The header of a refused token; skips the test when the target cannot offer it. */
export function refusedHeader(session: Session, token: RefusedToken): string | undefined {
  const header = token.header(session.target);
  return 'missing' in header ? session.skip(header.missing) : header.value;
}
