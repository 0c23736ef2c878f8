import { afterEach, describe, expect, test } from 'vitest';
import { type Judgement, judge as judgeDirectly } from '../../contracts/checks/registry.ts';
import {
  answered,
  exchange,
  failed,
  foreign,
  own,
  own2,
  settings,
  succeeded,
  tokenError,
} from '../../contracts/checks/sample.ts';
import type { Answer, Exchange } from '../../contracts/exchange.ts';
import { randomStream } from '../../generators/random.ts';
import { LoadJudge } from './judge.ts';

const open: LoadJudge[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((judge) => judge.close()));
});

function openJudge(threadFile?: URL): LoadJudge {
  const judge = new LoadJudge(settings, threadFile);
  open.push(judge);
  return judge;
}

/** Judges exchanges in a row, without waiting; each must be judged once. */
async function judgeAll(judge: LoadJudge, exchanges: readonly Exchange[]) {
  const judgements = new Map<Exchange, Judgement>();
  for (const one of exchanges) {
    judge.judge(one, (judgement) => {
      expect(judgements.has(one)).toBe(false);
      judgements.set(one, judgement);
    });
  }
  const atOnce = judgements.size;
  const checking = await judge.settled();
  return { checking, atOnce, judgements: exchanges.map((one) => judgements.get(one)) };
}

const right = exchange();

/** The same call, answered otherwise. */
function answeredBy(change: Partial<Answer>): Exchange {
  if (!right.response) throw new Error('there is an answer');
  return { ...right, response: { ...right.response, ...change } };
}

/** A right answer so long that it is worth handing on, and another each time. */
function longAnswer(n: number, more: object = {}): Exchange {
  const msg = `${'长'.repeat(1000)} ${n}`;
  const body = { ...answered([succeeded(own), succeeded(own2)], [failed(foreign, msg)]), ...more };
  return answeredBy({ body: Buffer.from(JSON.stringify(body)) });
}

describe('an answer that equals one that was checked', () => {
  test('is not checked again', async () => {
    const copy = answeredBy({ body: Buffer.from(right.response?.body ?? '') });
    const { checking, judgements } = await judgeAll(openJudge(), [right, copy, { ...right }]);
    expect(checking).toEqual({ repeated: 2, handedOn: 0, here: 1, backlogMax: 0, broken: 0 });
    expect(judgements).toEqual(Array(3).fill(judgeDirectly(right, settings)));
  });

  test('is checked again when something was found in it, and the next point starts anew', async () => {
    const judge = openJudge();
    const wrong = answeredBy({ status: 503 });
    expect((await judgeAll(judge, [wrong, { ...wrong }, right])).checking).toMatchObject({
      repeated: 0,
      here: 3,
    });
    expect((await judgeAll(judge, [right])).checking).toMatchObject({ repeated: 0, here: 1 });
  });

  test('some forms in turn are known, and a new date changes nothing', async () => {
    const forms = [
      answered([succeeded(own), succeeded(own2)], [failed(foreign)]),
      answered([succeeded(own2), succeeded(own)], [failed(foreign)]),
    ];
    const answers = Array.from({ length: 40 }, (_, second) =>
      answeredBy({
        body: Buffer.from(JSON.stringify(forms[second % 2])),
        headers: { 'content-type': 'application/json', date: `${second}`, 'x-request-id': `r-${second}` },
      }),
    );
    expect((await judgeAll(openJudge(), answers)).checking).toMatchObject({ repeated: 38, here: 2 });
  });
});

const headerChanges: readonly Answer['headers'][] = [
  {},
  { 'content-type': 'text/html' },
  { 'content-type': 'application/json;charset=gbk' },
  { 'x-trace': 'at com.Foo.bar(Foo.java:12)' },
  { 'x-token': 'Bearer secret-token' },
  { 'x-sent': 'an-unknown-but-long-token' },
  { date: 'Mon, 23 Nov 2026 08:00:00 GMT', 'x-request-id': '4711' },
];

test('judged with a memory, by a thread or not: the same as judged alone, whatever changes', async () => {
  const { below } = randomStream(20261123, 5);
  const calls: Exchange[] = [
    right,
    { ...right, token: 'invalid' as const },
    { ...right, mayBeRefused: true as const },
    {
      ...right,
      token: 'invalid' as const,
      request: { ...right.request, headers: { authorization: 'Bearer an-unknown-but-long-token' } },
    },
    exchange({ batch: null }),
  ];
  const bodies = [
    right.response?.body ?? Buffer.from(''),
    ...[tokenError(5032), tokenError(5106), { code: 5312, msg: '' }, answered([], [])].map((body) =>
      Buffer.from(JSON.stringify(body)),
    ),
    ...[1, 2].map((n) => longAnswer(n).response?.body ?? Buffer.from('')),
    longAnswer(3, { code: 201 }).response?.body ?? Buffer.from(''),
    Buffer.from(`<html>${'x'.repeat(3000)}</html>`),
  ];
  const drawn = Array.from({ length: 2000 }, (): Exchange => {
    const call = calls[below(calls.length)] ?? right;
    if (below(20) === 0) {
      const { response: _, ...unanswered } = call;
      return { ...unanswered, failure: 'timeout' };
    }
    const body = Buffer.from(bodies[below(bodies.length)] ?? '');
    // One byte in a hundred bodies.
    if (below(100) === 0) body[below(body.length)] = below(256);
    const headers =
      below(3) > 0
        ? { 'content-type': 'application/json' }
        : { 'content-type': 'application/json', ...headerChanges[below(headerChanges.length)] };
    return { ...call, response: { status: [200, 200, 200, 503][below(4)] ?? 200, headers, body } };
  });
  const { checking, judgements } = await judgeAll(openJudge(), drawn);
  expect(judgements).toEqual(drawn.map((one) => judgeDirectly(one, settings)));
  expect(checking.repeated + checking.handedOn + checking.here).toBe(drawn.length);
  expect(checking.repeated).toBeGreaterThan(50);
  expect(checking.handedOn).toBeGreaterThan(50);
  expect(checking.broken).toBe(judgements.filter((one) => one?.outcome === 'contractViolation').length);
});

describe('answers that are always new', () => {
  const fresh = Array.from({ length: 1500 }, (_, n) => longAnswer(n));

  test('go to a thread as far as it has room, and are all waited for', async () => {
    const { checking, atOnce, judgements } = await judgeAll(openJudge(), fresh);
    expect(judgements).toEqual(Array(1500).fill(judgeDirectly(right, settings)));
    expect(checking).toEqual({ repeated: 0, handedOn: 1000, here: 500, backlogMax: 1000, broken: 0 });
    expect(atOnce).toBe(500);
  });

  test('are checked here when the thread dies, and none is lost', async () => {
    const judge = openJudge(new URL('dying-thread.ts', import.meta.url));
    const { checking, judgements } = await judgeAll(judge, fresh);
    expect(judgements).toEqual(Array(1500).fill(judgeDirectly(right, settings)));
    expect(checking).toMatchObject({ handedOn: 0, here: 1500 });
    expect((await judgeAll(judge, fresh)).checking).toMatchObject({ handedOn: 0, here: 1500, backlogMax: 0 });
  });
});

test('a token that is renewed is looked for from then on, here and in the thread, also in answers that were right', async () => {
  const judge = openJudge();
  const token = 'the-token-after-this-one';
  const fresh = Array.from({ length: 50 }, (_, n) => longAnswer(n, { msg: token }));
  const before = await judgeAll(judge, fresh);
  expect(before.checking).toMatchObject({ handedOn: 49, here: 1, broken: 0 });
  const short = answeredBy({ headers: { 'content-type': 'application/json', 'x-next': token } });
  const late: Judgement[] = [];
  for (const one of [short, ...fresh]) judge.judge(one, (judgement) => late.push(judgement));
  const renewed = { ...settings, secrets: [...settings.secrets, token] };
  judge.renew(renewed);
  const { checking, judgements } = await judgeAll(judge, [short, ...fresh]);
  expect(late).toHaveLength(51);
  expect(judgements).toEqual([short, ...fresh].map((one) => judgeDirectly(one, renewed)));
  expect(judgements.map((one) => one?.outcome)).toEqual(Array(51).fill('contractViolation'));
  expect(checking.repeated).toBe(0);
});
