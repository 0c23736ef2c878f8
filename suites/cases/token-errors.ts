import { type BadBody, badBodies } from '../../generators/bad-bodies.ts';
import { prepareCall } from '../../generators/request.ts';
import type { Case, Suite } from '../case.ts';
import { expect } from '../matchers.ts';
import { type RefusedToken, refusedHeader, refusedTokens } from './refused-tokens.ts';

function refusal(token: RefusedToken, bad: BadBody | undefined): Case {
  const { title, state } = token;
  const code = state === 'missing' ? 5106 : 5032;
  return {
    title: `${code}: ${title}${bad ? `, ${bad.text.en}` : ''}`,
    async run(session) {
      const authorization = refusedHeader(session, token);
      const batch = session.draw({ own: 1 });
      const call = prepareCall({
        url: session.target.operationUrl,
        token: state,
        authorization,
        ...(bad ? { body: bad.body } : { batch }),
      });
      const beRefused = async () => {
        const refused = await session.send(call);
        expect(refused).toSatisfyContract();
        expect(refused.judgement.code).toBe(code);
      };
      await beRefused();
      const accepted = await session.ask(batch);
      expect(accepted).toSatisfyContract();
      expect(accepted).toKeepBatchLaw();
      // The answer to a good token may have been kept, and given to whoever asks the same.
      if (!bad) await beRefused();
    },
  };
}

/** Every kind of damaged token, with good and bad bodies; a correct call right after must work, and open nothing. */
export const tokenErrors: Suite = {
  name: 'token errors',
  cases: refusedTokens.flatMap((token) => [undefined, ...badBodies].map((bad) => refusal(token, bad))),
};
