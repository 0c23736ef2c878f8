import type { TokenState } from '../contracts/exchange.ts';
import { badBodies } from '../generators/bad-bodies.ts';
import { bearer, prepareCall } from '../generators/request.ts';
import type { Target } from '../generators/target.ts';
import { damagedTokens, notApplicable } from '../generators/tokens.ts';
import { test } from './fixtures.ts';
import { expect } from './matchers.ts';

interface TokenCase {
  readonly title: string;
  readonly state: TokenState;
  /** The header to send, or why the target cannot offer it. */
  header(target: Target): { readonly value: string | undefined } | { readonly missing: string };
}

function given(title: string, tokenOf: (target: Target) => string | undefined, missing: string): TokenCase {
  const header = (target: Target) => {
    const token = tokenOf(target);
    return token === undefined ? { missing } : { value: bearer(token) };
  };
  return { title, state: 'invalid', header };
}

const cases: readonly TokenCase[] = [
  ...damagedTokens.map(({ text, state, authorization }) => ({
    title: text.en,
    state,
    header({ token }: Target) {
      const value = authorization(token);
      return value === notApplicable ? { missing: 'the token is not a JWT' } : { value };
    },
  })),
  given('an expired token', (target) => target.expiredToken, 'PKDK_EXPIRED_TOKEN is not set'),
  given('a refresh token', (target) => target.refreshToken, 'no refresh token can be had of this target'),
];

test.describe('token errors', () => {
  for (const { title, state, header } of cases) {
    const code = state === 'missing' ? 5106 : 5032;

    for (const bad of [undefined, ...badBodies]) {
      test(`${code}: ${title}${bad ? `, ${bad.text.en}` : ''}`, async ({ pkdk }) => {
        const authorization = header(pkdk.target);
        if ('missing' in authorization) return test.skip(true, authorization.missing);
        const batch = pkdk.draw({ own: 2 });
        const refused = await pkdk.send(
          prepareCall({
            url: pkdk.target.operationUrl,
            token: state,
            authorization: authorization.value,
            ...(bad ? { body: bad.body } : { batch }),
          }),
        );
        expect(refused).toSatisfyContract();
        expect(refused.judgement.code).toBe(code);

        const accepted = await pkdk.ask(batch);
        expect(accepted).toSatisfyContract();
        expect(accepted).toKeepBatchLaw();
      });
    }
  }
});
