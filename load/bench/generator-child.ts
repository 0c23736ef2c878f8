import { performance } from 'node:perf_hooks';
import { judge } from '../../contracts/checks/registry.ts';
import type { Exchange } from '../../contracts/exchange.ts';
import type { Point } from '../../contracts/record.ts';
import { type Launcher, openLauncher } from '../../contracts/send.ts';
import { randomStream } from '../../generators/random.ts';
import { realClock } from '../clock.ts';
import { runBare } from '../closed/closed-loop.ts';
import { measurePoint } from '../closed/point.ts';
import { inTurn } from '../closed/shot-source.ts';
import { letSenderGoFirst } from '../health/sender-first.ts';
import { type Judge, judgeAtOnce, LoadJudge } from '../judging/judge.ts';
import { measurePaced } from '../open/paced-point.ts';
import { plannedMoments, rateOf } from '../open/rate-plan.ts';
import type { BareOrder, Checks, ClosedOrder, Figures, Order, PacedOrder } from './order.ts';

/** A generator in a process of its own: does one order after the other. */

const settings = { tokenErrorStatus: 200, secrets: [] };
const loadJudge = new LoadJudge(settings);
const timeoutMs = 10_000;

const judges: Readonly<Record<Checks, Judge>> = {
  checked: loadJudge,
  plain: judgeAtOnce((exchange) => judge(exchange, settings)),
  unchecked: judgeAtOnce(({ failure }) => ({ outcome: failure ? 'socketError' : 'success', findings: [] })),
};

const surroundings = {
  signal: new AbortController().signal,
  onBad: (_exchange: Exchange) => undefined,
  onProgress: () => undefined,
};

function urlOf({ calls }: Order): URL {
  return new URL(calls[0]?.request.url ?? '');
}

function figuresOf({ requestsPerSecond, counts, latencyMs, generator }: Point): Figures {
  const good = counts.success + counts.partial + counts.allFailed;
  const { cpu, sendLagP99Ms } = generator;
  return {
    ...{ requestsPerSecond, cpu, sent: counts.sent, answered: good, bad: counts.sent - good },
    ...{ latencyMs, sendLagP99Ms },
  };
}

async function closed(order: ClosedOrder): Promise<Figures> {
  const { checks, calls, ...plan } = order;
  const endpoint = { url: urlOf(order) };
  const judge = judges[checks];
  return figuresOf(
    await measurePoint({
      ...surroundings,
      plan: { ...plan, timeoutMs },
      endpoint,
      source: inTurn(calls),
      judge,
    }),
  );
}

const kept = new Map<string, Launcher>();

async function paced(order: PacedOrder): Promise<Figures> {
  const { checks, calls, rate, keepsConnections, ...window } = order;
  const { origin } = urlOf(order);
  const launcher = (keepsConnections && kept.get(origin)) ?? openLauncher(origin, { timeoutMs });
  if (keepsConnections) kept.set(origin, launcher);
  const schedule = rateOf([
    { from: 0, to: rate, durationMs: order.warmupMs },
    { from: rate, to: rate, durationMs: order.durationMs },
  ]);
  const moments = plannedMoments(schedule, 'constant', randomStream(1, 1));
  const plan = { ...window, timeoutMs, maxInFlight: 10_000, moments };
  const judge = judges[checks];
  const options = { ...surroundings, plan, clock: realClock, launcher, calls, judge };
  const point = await measurePaced(options);
  if (!keepsConnections) await launcher.close();
  return figuresOf(point);
}

async function bare(order: BareOrder): Promise<Figures> {
  const { calls, connections, durationMs, rate, isCorrected } = order;
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const { requests, latency, errors, non2xx } = await runBare({
    url: urlOf(order).origin,
    connections,
    duration: durationMs / 1000,
    sampleInt: 50,
    requests: calls.map(({ request: { method, url, headers, body } }) => {
      const { pathname } = new URL(url);
      return { method: method === 'POST' ? method : 'GET', path: pathname, headers, body };
    }),
    ...(rate !== undefined && { overallRate: rate, ignoreCoordinatedOmission: !isCorrected }),
  });
  const elapsedMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  const { p50, p90, p99, max } = latency;
  return {
    requestsPerSecond: (requests.total * 1000) / elapsedMs,
    cpu: (user + system) / 1000 / elapsedMs,
    sent: requests.sent,
    answered: requests.total,
    bad: errors + non2xx,
    latencyMs: { p50, p90, p99, max },
  };
}

function carryOut(order: Order): Promise<Figures> {
  if (order.kind === 'closed') return closed(order);
  return order.kind === 'paced' ? paced(order) : bare(order);
}

letSenderGoFirst();
process.on('message', async (order: Order) => process.send?.(await carryOut(order)));
// Ctrl-C reaches the whole group of processes; this one ends when its parent lets go of it.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());
process.send?.('ready');
