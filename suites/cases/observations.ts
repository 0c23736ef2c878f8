import type { Batch, Origin } from '../../contracts/batch.ts';
import { drawBatch, pick } from '../../generators/batch.ts';
import { unknownDevices } from '../../generators/devices.ts';
import { prepareCall } from '../../generators/request.ts';
import { callOf } from '../../generators/target.ts';
import type { Case, Suite } from '../case.ts';
import { languageIn, listsOf, messageOf, reactionOf, repetitionIn, stabilityOf } from '../facts.ts';
import { type Bounds, largestOf, narrowed, nextSize } from '../largest-batch.ts';
import { isSorted, orderOf } from '../list-order.ts';
import { expect } from '../matchers.ts';
import type { Judged, Session } from '../session.ts';

/** Every answer must keep every rule before anything is made of it. */
function kept(answer: Judged): Judged {
  expect(answer).toSatisfyContract();
  return answer;
}

const ofOrigin = ({ devices, origins }: Batch, origin: Origin) =>
  devices.filter((_device, i) => origins[i] === origin);

/** With fewer devices an order may come about by chance. */
const fewest = 4;

/** A batch whose devices, of either origin, are not sorted already. */
function unsortedBatch(session: Session): Batch {
  const { maxBatch, target } = session;
  const size = Math.max(fewest, Math.min(10, target.pools.own.length, Math.floor(maxBatch / 2)));
  const draw = () => session.draw({ own: size, unknown: size });
  const isUsable = (batch: Batch) =>
    !isSorted(ofOrigin(batch, 'own')) && !isSorted(ofOrigin(batch, 'unknown'));
  let batch = draw();
  for (let tries = 0; tries < 50 && !isUsable(batch); tries++) batch = draw();
  return batch;
}

const duplicates: Case = {
  title: 'devices that are asked for three times each',
  async run(session) {
    const batch = pick(session.draw({ own: 1, unknown: 1 }), [0, 1, 0, 1, 1, 0]);
    const { exchange } = kept(await session.ask(batch));
    session.observe('duplicates', repetitionIn(listsOf(exchange), batch.devices));
  },
};

const order: Case = {
  title: 'the order of the devices in the answer',
  async run(session) {
    const batch = unsortedBatch(session);
    const answers: Judged[] = [];
    for (let i = 0; i < 3; i++) answers.push(kept(await session.ask(batch)));
    const lists = answers.map(({ exchange }) => listsOf(exchange));
    const [succeeded, failed] = [lists.map((one) => one.successList), lists.map((one) => one.failedList)];
    session.observe('order.success', orderOf(ofOrigin(batch, 'own'), succeeded));
    session.observe('order.failed', orderOf(ofOrigin(batch, 'unknown'), failed));
  },
};

const credentials: Case = {
  title: 'the credentials of the same devices in several calls',
  async run(session) {
    const own = Math.max(1, Math.min(5, session.target.pools.own.length, session.maxBatch));
    const batch = session.draw({ own });
    const answers: Judged[] = [];
    for (const again of [batch, batch, pick(batch, [0])]) answers.push(kept(await session.ask(again)));
    const [first, ...later] = answers.map(({ exchange }) => listsOf(exchange));
    if (first) session.observe('credential-stability', stabilityOf(first, later));
  },
};

const withoutBearer: Case = {
  title: 'the token without Bearer',
  async run(session) {
    const { operationUrl: url, token } = session.target;
    const batch = session.draw({ own: 1 });
    const call = prepareCall({ url, token: 'valid', authorization: token, batch, mayBeRefused: true });
    const { exchange } = kept(await session.send(call));
    const reaction = reactionOf(exchange);
    session.observe('token-without-bearer', reaction === 'answered' ? 'accepted' : reaction);
  },
};

const languages = (['zh', 'en'] as const).map(
  (lang): Case => ({
    title: `messages under X-Q-Language: ${lang}`,
    async run(session) {
      const { operationUrl: url } = session.target;
      const headers = { 'x-q-language': lang };
      const batch = session.draw({ unknown: 1 });
      const refused = kept(await session.send(prepareCall({ url, token: 'missing', batch, headers })));
      session.observe(`message-language.${lang}`, languageIn(messageOf(refused.exchange)));
      const call = callOf(session.target, batch);
      const request = { ...call.request, headers: { ...call.request.headers, ...headers } };
      const failed = kept(await session.send({ ...call, request }));
      const [reason] = listsOf(failed.exchange).failedList;
      session.observe(`reason-language.${lang}`, languageIn(reason?.msg ?? ''));
    },
  }),
);

/** Own devices first, then devices that are nobody's: a limit may well be beyond what the account has. */
function batchOf(session: Session, size: number): Batch {
  const { pools } = session.target;
  const own = Math.min(size, pools.own.length);
  const unknown = size - own;
  const filled = { ...pools, unknown: unknownDevices([...pools.own, ...pools.foreign], unknown, 0) };
  return drawBatch(filled, { own, unknown }, session.seed, 0);
}

const lacksLimit = {
  en: 'needs PKDK_FIND_MAX_BATCH, the largest batch to try',
  zh: '需要 PKDK_FIND_MAX_BATCH，即尝试的最大批量',
};

const largestBatch: Case = {
  title: 'the largest batch that is taken',
  async run(session) {
    const limit = session.findMaxBatch ?? session.skip(lacksLimit);
    const batch = batchOf(session, limit);
    let bounds: Bounds = { limit, taken: 0 };
    for (let size = nextSize(bounds); size !== undefined; size = nextSize(bounds)) {
      const positions = Array.from({ length: size }, (_, i) => i);
      const call = callOf(session.target, pick(batch, positions));
      const { exchange } = kept(await session.send({ ...call, mayBeRefused: true }));
      bounds = narrowed(bounds, size, reactionOf(exchange) === 'answered');
    }
    session.observe('largest-batch', largestOf(bounds));
  },
};

/** What the published page leaves open, seen and kept: later runs are compared with it. */
export const observations: Suite = {
  name: 'observations',
  cases: [duplicates, order, credentials, withoutBearer, ...languages, largestBatch],
};
