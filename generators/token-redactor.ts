import { Redactor } from '../contracts/secrets.ts';
import { bareToken } from './request.ts';
import type { Target } from './target.ts';
import { damagedTokens, notApplicable } from './tokens.ts';

type Tokens = Pick<Target, 'token' | 'expiredToken' | 'refreshToken'>;

/** A redactor that knows the target's tokens. What it took out, it can put in again. */
export function tokenRedactor(tokens: Tokens): Redactor {
  const redactor = new Redactor();
  learnTokens(redactor, tokens);
  return redactor;
}

/**
 * Learns a target's tokens by the names of their settings, and those made by damaging a token by the name of the
 * damage: two of them together would give the token away.
 */
export function learnTokens(redactor: Redactor, { token, expiredToken, refreshToken }: Tokens): void {
  const tokens = { PKDK_TOKEN: token, PKDK_EXPIRED_TOKEN: expiredToken, PKDK_REFRESH_TOKEN: refreshToken };
  for (const [name, secret] of Object.entries(tokens)) if (secret) redactor.learnToken(secret, `$${name}`);
  for (const { name, authorization } of damagedTokens) {
    const isMadeOfToken = authorization('') === notApplicable;
    const header = authorization(token);
    if (isMadeOfToken && typeof header === 'string') {
      redactor.learnToken(bareToken(header), `$PKDK_TOKEN(${name})`);
    }
  }
}
