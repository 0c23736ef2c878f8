import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { answered, settings, succeeded } from '../../contracts/checks/sample.ts';
import type { Call, Exchange } from '../../contracts/exchange.ts';
import type { Point } from '../../contracts/record.ts';
import { openLauncher } from '../../contracts/send.ts';
import { randomStream } from '../../generators/random.ts';
import { prepareCall } from '../../generators/request.ts';
import { realClock } from '../clock.ts';
import { type Judge, LoadJudge } from '../judging/judge.ts';
import { measurePaced } from '../open/paced-point.ts';
import { plannedMoments, steadyRate } from '../open/rate-plan.ts';
import { answer, serve, serverThat, type TestServer } from './behaving-servers.ts';
import { measurePoint } from './point.ts';
import { inTurn } from './shot-source.ts';

const judges: LoadJudge[] = [];
afterEach(async () => {
  await Promise.all(judges.splice(0).map((judge) => judge.close()));
});

const device = { pk: 'p11pLZ', dk: '0080E1000001' };
const right = answer(JSON.stringify(answered([succeeded(device)])));

let turn = 0;
/** A right answer that comes once, and is long enough to be handed on. */
const neverAgain = () =>
  answer(JSON.stringify({ ...answered([succeeded(device)]), msg: `${turn++} ${'长'.repeat(2000)}` }));

function callFor({ url }: TestServer): Call {
  const batch = { devices: [device], origins: ['own' as const], seed: 1, index: 1 };
  return prepareCall({ url: url.href, token: 'valid', authorization: 'Bearer secret-token', batch });
}

interface Watched {
  readonly server: TestServer;
  readonly durationMs?: number;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Called with the number of exchanges whose judgement is awaited. */
  onAwaited?(awaited: number): void;
}

/** A judge that is watched: each exchange is judged once. */
function watchedJudge({ onAwaited }: Watched) {
  const loadJudge = new LoadJudge(settings);
  judges.push(loadJudge);
  const awaited = new Set<Exchange>();
  let judged = 0;
  const judge: Judge = {
    judge(exchange, onJudged) {
      awaited.add(exchange);
      loadJudge.judge(exchange, (judgement) => {
        judged += awaited.delete(exchange) ? 1 : Number.NaN;
        onJudged(judgement);
      });
      onAwaited?.(awaited.size);
    },
    settled: () => loadJudge.settled(),
  };
  return { judge, judged: () => judged };
}

const quiet = { onBad: () => undefined, onProgress: () => undefined };
const never = new AbortController().signal;

/** Each engine, for a point without a warm-up. */
const engines: readonly [string, (watched: Watched, judge: Judge) => Promise<Point>][] = [
  [
    'closed loop',
    ({ server, durationMs = 250, timeoutMs = 30_000, signal = never }, judge) =>
      measurePoint({
        plan: { batchSize: 1, connections: 4, durationMs, warmupMs: 0, timeoutMs },
        endpoint: { url: server.url },
        source: inTurn([callFor(server)]),
        ...{ signal, judge, ...quiet },
      }),
  ],
  [
    'open loop',
    async ({ server, durationMs = 250, timeoutMs = 30_000, signal = never }, judge) => {
      const launcher = openLauncher(server.url.origin, { timeoutMs });
      const moments = plannedMoments(steadyRate(400, durationMs), 'constant', randomStream(1, 1));
      return measurePaced({
        plan: { batchSize: 1, durationMs, warmupMs: 0, timeoutMs, maxInFlight: 50, moments },
        calls: [callFor(server)],
        ...{ launcher, clock: realClock, signal, judge, ...quiet },
      }).finally(() => launcher.close());
    },
  ],
];

/** The books of a point close, and everything in them was judged, once. */
function expectClosed({ counts, checking, codes }: Point, judged: number): void {
  const { sent, ...outcomes } = counts;
  expect(sent).toBeGreaterThan(0);
  expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(sent);
  const { repeated = 0, handedOn = 0, here = 0 } = checking ?? {};
  expect(repeated + handedOn + here).toBe(judged);
  expect(judged).toBeGreaterThanOrEqual(sent);
  const answers = Object.values(codes).reduce((sum, count) => sum + count, 0);
  expect(answers).toBeLessThanOrEqual(sent - counts.aborted - counts.timeout - counts.socketError);
}

describe.each(engines)('the books close: %s', (_name, measure) => {
  async function measured(watched: Watched): Promise<Point> {
    const { judge, judged } = watchedJudge(watched);
    const point = await measure(watched, judge);
    expectClosed(point, judged());
    return point;
  }

  test('a target that answers the same', async () => {
    const { counts, checking } = await measured({ server: await serve((socket) => socket.write(right)) });
    expect(counts).toMatchObject({ success: counts.sent });
    expect(checking).toMatchObject({ here: 1, handedOn: 0, broken: 0 });
  });

  test('a target that never answers the same', async () => {
    const server = await serve((socket) => socket.write(neverAgain()));
    const { counts, checking } = await measured({ server });
    expect(counts.success).toBe(counts.sent);
    expect(checking?.handedOn).toBeGreaterThan(0);
  });

  test('a target that dies', async () => {
    let answers = 0;
    const server = await serverThat((socket) => {
      socket.write(right);
      answers += 1;
      if (answers === 20) void server.close();
    });
    const { counts } = await measured({ server });
    expect(counts.success).toBeLessThanOrEqual(20);
    expect(counts.socketError).toBeGreaterThan(0);
  });

  test('a target that hangs, resets, cuts, talks nonsense and answers wrong, in turn', async () => {
    let requests = 0;
    const server = await serve((socket) => {
      const ways = [
        () => socket.write(right),
        () => socket.write(neverAgain()),
        () => socket.write(answer(`{"code":200,"data":{}} ${requests}`)),
        () => socket.write(answer('<html>')),
        () => socket.write('no HTTP at all\r\n\r\n'),
        () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{'),
        () => socket.resetAndDestroy(),
        () => socket.write('HTTP/1.1 503 Overloaded\r\ncontent-length: 0\r\n\r\n'),
        ...(requests < 60 ? [] : [() => undefined]),
      ];
      ways[requests++ % ways.length]?.();
    });
    const { counts, checking, verdict } = await measured({ server, durationMs: 500, timeoutMs: 1000 });
    expect(counts.success).toBeGreaterThan(0);
    expect(counts.socketError).toBeGreaterThan(0);
    expect(counts.httpError).toBeGreaterThan(0);
    expect(checking?.broken).toBeGreaterThanOrEqual(counts.contractViolation);
    expect([counts.contractViolation > 0, verdict]).toEqual([true, 'failed']);
  });

  test('Ctrl-C while judgements are awaited', async () => {
    const controller = new AbortController();
    const server = await serve((socket) => socket.write(neverAgain()));
    const { counts, checking, durationMs } = await measured({
      server,
      durationMs: 20_000,
      signal: controller.signal,
      onAwaited: (awaited) => awaited >= 3 && controller.abort(),
    });
    expect(durationMs).toBeLessThan(15_000);
    expect(checking?.handedOn).toBeGreaterThanOrEqual(3);
    expect(counts.success + counts.aborted).toBe(counts.sent);
  });
});

test('a judgement that comes late changes no count, rate or latency', async () => {
  const server = await serve((socket) => setTimeout(() => socket.write(right), 20));
  const late = async (delayMs: number) => {
    const judge: Judge = {
      judge: (_exchange, onJudged) =>
        void sleep(delayMs).then(() => onJudged({ outcome: 'success', findings: [], code: 200 })),
      settled: async () => {
        await sleep(delayMs + 10);
        return { repeated: 0, handedOn: 0, here: 0, backlogMax: 0, broken: 0 };
      },
    };
    const [, closedLoop] = engines[0] ?? [];
    return closedLoop?.({ server }, judge);
  };
  const point = await late(700);
  expect(point?.counts.success).toBe(point?.counts.sent);
  expect(point?.counts.sent).toBeGreaterThan(4);
  expect(point?.durationMs).toBeLessThan(600);
  expect(point?.latencyMs?.max).toBeLessThan(600);
  expect(point?.timeline).toHaveLength(1);
});
