import type { TokenState } from '../../contracts/exchange.ts';
import { bearer } from '../../generators/request.ts';
import type { Target } from '../../generators/target.ts';
import { damagedTokens, notApplicable } from '../../generators/tokens.ts';
import type { Session } from '../session.ts';

/** A token that must be refused. */
export interface RefusedToken {
  readonly title: string;
  readonly state: TokenState;
  /** The header to send, or why the target cannot offer it. */
  header(target: Target): { readonly value: string | undefined } | { readonly missing: string };
}

function given(
  state: TokenState,
  title: string,
  tokenOf: (target: Target) => string | undefined,
  missing: string,
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
      return value === notApplicable ? { missing: 'the token is not a JWT' } : { value };
    },
  })),
  given('expired', 'an expired token', (target) => target.expiredToken, 'PKDK_EXPIRED_TOKEN is not set'),
  given(
    'refresh',
    'a refresh token',
    (target) => target.refreshToken,
    'no refresh token can be had of this target',
  ),
];

/** The header of a refused token; skips the test when the target cannot offer it. */
export function refusedHeader(session: Session, token: RefusedToken): string | undefined {
  const header = token.header(session.target);
  return 'missing' in header ? session.skip(header.missing) : header.value;
}
