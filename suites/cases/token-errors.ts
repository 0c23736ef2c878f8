import type { TokenState } from '../../contracts/exchange.ts';
import { type BadBody, badBodies } from '../../generators/bad-bodies.ts';
import { bearer, prepareCall } from '../../generators/request.ts';
import type { Target } from '../../generators/target.ts';
import { damagedTokens, notApplicable } from '../../generators/tokens.ts';
import type { Case, Suite } from '../case.ts';
import { expect } from '../matchers.ts';

interface TokenCase {
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
): TokenCase {
  const header = (target: Target) => {
    const token = tokenOf(target);
    return token === undefined ? { missing } : { value: bearer(token) };
  };
  return { title, state, header };
}

const tokens: readonly TokenCase[] = [
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

function refusal({ title, state, header }: TokenCase, bad: BadBody | undefined): Case {
  const code = state === 'missing' ? 5106 : 5032;
  return {
    title: `${code}: ${title}${bad ? `, ${bad.text.en}` : ''}`,
    async run(session) {
      const authorization = header(session.target);
      if ('missing' in authorization) return session.skip(authorization.missing);
      const batch = session.draw({ own: 2 });
      const refused = await session.send(
        prepareCall({
          url: session.target.operationUrl,
          token: state,
          authorization: authorization.value,
          ...(bad ? { body: bad.body } : { batch }),
        }),
      );
      expect(refused).toSatisfyContract();
      expect(refused.judgement.code).toBe(code);

      const accepted = await session.ask(batch);
      expect(accepted).toSatisfyContract();
      expect(accepted).toKeepBatchLaw();
    },
  };
}

/** Every kind of damaged token, with good and bad bodies; a correct call right after must work. */
export const tokenErrors: Suite = {
  name: 'token errors',
  cases: tokens.flatMap((token) => [undefined, ...badBodies].map((bad) => refusal(token, bad))),
};
