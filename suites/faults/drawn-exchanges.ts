import type { Call } from '../../contracts/exchange.ts';
import type { Mix } from '../../contracts/mix.ts';
import { malformedBodies } from '../../generators/bad-bodies.ts';
import { drawMix, pick } from '../../generators/batch.ts';
import { randomStream } from '../../generators/random.ts';
import { bearer, prepareCall } from '../../generators/request.ts';
import type { Target } from '../../generators/target.ts';
import type { Suite } from '../case.ts';
import { refusedTokens } from '../cases/refused-tokens.ts';
import { expect } from '../matchers.ts';

const cases = 20;
const exchangesPerCase = 50;

/** Of every variant the settings allow batches of this size. */
const largest = 100;

const mixes: readonly Mix[] = [
  { own: 1 },
  { own: 9, unknown: 1 },
  { own: 1, foreign: 1, unknown: 1 },
  { own: 1, foreign: 9 },
  { foreign: 1 },
  { unknown: 1 },
];

/** Short ones: one long body takes the time of a hundred others. */
const badBodies = malformedBodies.map(({ body }) => body).filter(({ length }) => length < 1000);

/** Any size, small ones more often; any mix, some with repeats; every state of a token; bodies that are no batch. */
export function drawCall(target: Target, seed: number, index: number): Call {
  const { below } = randomStream(seed, index);
  const { operationUrl: url, pools } = target;
  const refused = below(4) === 0 ? refusedTokens[below(refusedTokens.length)] : undefined;
  const header = refused?.header(target) ?? { value: bearer(target.token) };
  if ('missing' in header) throw new Error(header.missing.en);
  const parts = { url, token: refused?.state ?? 'valid', authorization: header.value } as const;
  const body = below(8) === 0 ? badBodies[below(badBodies.length)] : undefined;
  if (body) return prepareCall({ ...parts, body });
  const size = below(1 + below(1 + below(1 + below(1 + largest))));
  const mix = mixes[below(mixes.length)] ?? {};
  const drawn = drawMix(pools, size, mix, seed, index);
  const positions = Array.from({ length: size }, (_, i) => (below(4) === 0 ? below(size) : i));
  return prepareCall({ ...parts, batch: below(4) === 0 ? pick(drawn, positions) : drawn });
}

/** A thousand exchanges that nobody thought of. Right answers to them raise no alarm, in whichever way they are right. */
export const drawnExchanges: Suite = {
  name: 'drawn exchanges',
  cases: Array.from({ length: cases }, (_, i) => ({
    title: `${exchangesPerCase} drawn exchanges, ${i + 1} of ${cases}`,
    async run(session) {
      for (let index = 0; index < exchangesPerCase; index++) {
        const answer = await session.send(drawCall(session.target, session.seed, index));
        expect(answer).toSatisfyContract();
      }
    },
  })),
};
