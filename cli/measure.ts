import { availableParallelism } from 'node:os';
import { exitCodes } from '../contracts/errors/entry.ts';
import { tokenNames } from '../contracts/exchange.ts';
import { isLoopback } from '../contracts/loopback.ts';
import { brokenOf, occurred, outcomeNames } from '../contracts/outcome.ts';
import { pointReason } from '../contracts/point-reason.ts';
import { preflight } from '../contracts/preflight.ts';
import { type Capacity, type LoadRecord, type Point, recordHead } from '../contracts/record.ts';
import { startForked } from '../contracts/reference/forked.ts';
import { openTransport } from '../contracts/send.ts';
import { fill, type Lang, type Text } from '../contracts/text.ts';
import type { Pools } from '../generators/batch.ts';
import { openTarget, smallestCall } from '../generators/target.ts';
import { loadableLookup } from '../load/allow.ts';
import { parseDemands } from '../load/demands.ts';
import { assertWithin } from '../load/limits.ts';
import { parseDuration } from '../load/plan.ts';
import { runLoad } from '../load/run-load.ts';
import type { Watch } from '../load/scenarios/scenario.ts';
import { type ScenarioName, scenarios } from '../load/scenarios/table.ts';
import type { Context } from './context.ts';
import { countDown } from './countdown.ts';
import type { Terminal } from './terminal.ts';

/** The service times of the embedded reference service: a known truth to measure, and no fight for cores. */
const model = { baseMs: 4, perDeviceUs: 50, servers: 4 };

const texts = {
  reference: {
    en: 'reference service ({baseMs} ms + {perDeviceUs} µs a device, {servers} at once)',
    zh: '参考服务（{baseMs} 毫秒 + 每台 {perDeviceUs} 微秒，同时处理 {servers} 个）',
  },
  loading: {
    en: 'batch size {size}: point {point} of {points}, {sent} requests, {seconds} s left',
    zh: '批大小 {size}：第 {point}/{points} 点，已发 {sent} 个请求，剩余 {seconds} 秒',
  },
  lowLoad: {
    en: 'calls one after another, for what a call costs: {seconds} s left',
    zh: '逐个调用以测量单次调用的耗时：剩余 {seconds} 秒',
  },
  measured: {
    en: 'batch size {size}: {devices} devices/s, {requests} requests/s, p99 {p99} ms',
    zh: '批大小 {size}：{devices} 台/秒，{requests} 个请求/秒，p99 {p99} 毫秒',
  },
  carried: {
    en: 'batch size {size} at {rate} requests/s: p50 {p50} ms, p99 {p99} ms from the planned moment',
    zh: '批大小 {size}，每秒 {rate} 个请求：自计划时刻起 p50 {p50} 毫秒，p99 {p99} 毫秒',
  },
  refused: {
    en: 'batch size {size}, {token} token: {requests} refusals/s, p99 {p99} ms',
    zh: '批大小 {size}，{token} token：每秒拒绝 {requests} 次，p99 {p99} 毫秒',
  },
  probing: {
    en: 'batch size {size}, probe {point} of at most {points}, {rate} requests/s: {outcomes}; at most {seconds} s left',
    zh: '批大小 {size}，第 {point} 次试探（至多 {points} 次），每秒 {rate} 个请求：{outcomes}；至多剩余 {seconds} 秒',
  },
  crowded: {
    en: '{processes} processes send, and this machine has {cores} cores: more than {cores} less one take time from each other, and from a service that runs here',
    zh: '发送进程有 {processes} 个，而本机只有 {cores} 核：超过“核数减一”时，各进程之间以及与本机上的服务会互相争抢时间',
  },
  worthlessRate: {
    en: 'batch size {size} at {rate} requests/s: {reason}',
    zh: '批大小 {size}，每秒 {rate} 个请求：{reason}',
  },
  stopped: {
    en: 'stopped after {limit}, the limit of --max-duration: what was measured until then is kept',
    zh: '已达 --max-duration 上限 {limit}，压测停止；此前的测量结果已保留',
  },
  worthless: { en: 'batch size {size}: {reason}', zh: '批大小 {size}：{reason}' },
} satisfies Record<string, Text>;

/** Tells a person where the load is, and what each point came to. */
function talk(terminal: Terminal, lang: Lang): Watch {
  return {
    onProgress({ batchSize, point, points, counts, msLeft, rate }) {
      const seconds = Math.ceil(msLeft / 1000);
      if (rate !== undefined) {
        const outcomes = occurred(counts).map(
          ([outcome, count]) => `${outcomeNames[outcome][lang]} ${count}`,
        );
        const place = { size: batchSize, point, points, rate: rate.toFixed(1), seconds };
        return terminal.status(fill(texts.probing, lang, { ...place, outcomes: outcomes.join(', ') }));
      }
      terminal.status(
        fill(texts.loading, lang, { size: batchSize, point, points, sent: counts.sent, seconds }),
      );
    },
    onLowLoad(msLeft) {
      terminal.status(fill(texts.lowLoad, lang, { seconds: Math.ceil(msLeft / 1000) }));
    },
    onPoint(point) {
      const { batchSize, latencyMs, offeredRate, token = 'valid', verdict } = point;
      const rate = offeredRate?.toFixed(1) ?? '-';
      const closed = token === 'valid' ? texts.measured : texts.refused;
      const measured = fill(offeredRate === undefined ? closed : texts.carried, lang, {
        size: batchSize,
        devices: Math.round(point.devicesPerSecond).toLocaleString(lang),
        requests: point.requestsPerSecond.toFixed(1),
        rate,
        token: tokenNames[token],
        p50: latencyMs?.p50.toFixed(1) ?? '-',
        p99: latencyMs?.p99.toFixed(1) ?? '-',
      });
      const reason = pointReason(point)[lang];
      if (verdict === 'valid') terminal.say(measured);
      else if (verdict === 'generator-limited' || verdict === 'not-steady')
        terminal.say(`${measured} (${reason})`);
      else
        terminal.say(
          fill(offeredRate === undefined ? texts.worthless : texts.worthlessRate, lang, {
            size: batchSize,
            rate,
            reason,
          }),
        );
    },
  };
}

/** Prints what a scenario would send; nothing is sent to a target that lists its devices in a file. */
export async function printPlan(context: Context, name: ScenarioName): Promise<number> {
  const { flags, settings, terminal } = context;
  const { baseUrl, allowHosts } = settings;
  const lookup = baseUrl === undefined ? undefined : loadableLookup(baseUrl, allowHosts);
  const target = await openTarget({ ...settings, lookup }, (account) => startForked({ account, model }));
  try {
    const { plan, outline = [] } = planLoad(context, name, target.pools).planned;
    const { referenceService, label } = target;
    const told = referenceService ? fill(texts.reference, settings.lang, model) : label;
    const lines = [told, ...outline.map((line) => line[settings.lang])];
    terminal.print(flags.json ? JSON.stringify(plan, null, 1) : lines.join('\n'));
    return exitCodes.ok;
  } finally {
    await target.close();
  }
}

/** Warns of more processes than there are cores for: the service, or at least this process, needs one too. */
function sayCrowded(terminal: Terminal, lang: Lang, processes: number): void {
  const cores = availableParallelism();
  if (processes > Math.max(1, cores - 1)) terminal.say(fill(texts.crowded, lang, { processes, cores }));
}

/** What a scenario will send, within the limits. Throws what planning throws, OVER_MAX_RATE and OVER_MAX_DURATION. */
export function planLoad({ flags, settings }: Context, name: ScenarioName, pools: Pools) {
  const planned = scenarios[name](flags, pools);
  const maxDurationMs = parseDuration('PKDK_MAX_DURATION', settings.maxDuration);
  assertWithin(planned, { maxRate: settings.maxRate, maxDurationMs });
  return { planned, maxDurationMs };
}

/** Loads the target of the settings, or a reference service in a process of its own. */
export async function measure(context: Context, id: string, name: ScenarioName): Promise<LoadRecord> {
  const { flags, settings, signal, terminal } = context;
  const { baseUrl, allowHosts, lang, seed, given, maxRate } = settings;
  const lookup = baseUrl === undefined ? undefined : loadableLookup(baseUrl, allowHosts);
  const reach = { ...settings, lookup };
  const demands = parseDemands(flags);
  const target = await openTarget(reach, (account) => startForked({ account, model }));
  const transport = openTransport(reach);
  try {
    const { planned, maxDurationMs } = planLoad(context, name, target.pools);
    sayCrowded(terminal, lang, planned.plan.processes ?? 1);
    await preflight(transport, smallestCall(target), target.token);
    const { url, referenceService } = target;
    const { host, hostname } = new URL(url);
    if (!isLoopback(hostname) && !context.isCi)
      await countDown({ host, planned, maxRate, lang, terminal, signal });
    const label = referenceService ? fill(texts.reference, lang, model) : target.label;
    const head = recordHead({ target: { url, label, referenceService }, settings: given, seed }, id);
    const watch = talk(terminal, lang);
    const keepGoing = flags.keepGoing === true;
    const load = await runLoad({
      ...{ head, planned, target, transport, settings, signal, watch, maxDurationMs, keepGoing, demands },
    });
    if (load.stoppedBy) terminal.say(fill(texts.stopped, lang, { limit: settings.maxDuration }));
    return load;
  } finally {
    await transport.close();
    await target.close();
  }
}

/** How a process ends after a search: a bound that the generator set is no answer, and a size it left unknown might be better. */
function exitCodeOfSearch({ batchSize, limitedBy, perSize }: Capacity): number {
  const isUnknown = perSize.some(
    (size) => size.limitedBy === 'generator' && size.requestsPerSecond === undefined,
  );
  if (limitedBy === 'generator' || isUnknown) return exitCodes.invalid;
  return batchSize === undefined ? exitCodes.threshold : exitCodes.ok;
}

/** A number that is not simply the service's. */
function isDoubtful({ verdict }: Point): boolean {
  return verdict === 'generator-limited' || verdict === 'not-steady';
}

/**
 * Whether what was asked is known. Of a smoke test that is whether its thresholds hold, which a busy generator, or a
 * service that is not steady, does not make easier; of a spike, how long the recovery took, by the service's doing; of a
 * rate, each point; of a sweep, the best batch size, which a faster one in doubt might be instead.
 */
function isAnswered({ scenario, points, thresholds = [] }: LoadRecord): boolean {
  if (thresholds.some(({ holds }) => !holds)) return false;
  const valid = points.filter(({ verdict }) => verdict === 'valid');
  const doubtful = points.filter(isDoubtful);
  if (scenario === 'smoke') return valid.length + doubtful.length > 0;
  if (scenario === 'spike') return points.some((point) => point.recovery && !isDoubtful(point));
  if (scenario === 'rate' && doubtful.length > 0) return false;
  const best = Math.max(...valid.map(({ devicesPerSecond }) => devicesPerSecond));
  const mayBeBest = ({ devicesPerSecond }: Point) => devicesPerSecond > best;
  return valid.length > 0 && !(scenario === 'sweep' && doubtful.some(mayBeBest));
}

/**
 * How a process ends after load. A broken contract goes before a threshold, which may well be what it broke, and so does
 * a token that was lost; a threshold goes before a measurement that is not valid, since a service that fails under load
 * makes its points fail, too.
 */
export function exitCodeOf(load: LoadRecord): number {
  const { interrupted, stoppedBy, lost, points, lowLoad, thresholds = [] } = load;
  if (interrupted && !stoppedBy) return exitCodes.interrupted;
  const isBroken = points.some(
    ({ counts, token, checking, stoppedBy: rule }) =>
      rule || (checking?.broken ?? 0) > 0 || brokenOf(counts, token) > 0,
  );
  if (isBroken || (lowLoad?.counts.contractViolation ?? 0) > 0) return exitCodes.broken;
  if (lost) return lost === 'credentials' ? exitCodes.refused : exitCodes.unreachable;
  if (load.abortedOn || thresholds.some(({ holds, unsure }) => !holds && !unsure)) return exitCodes.threshold;
  if (load.capacity && !interrupted) return exitCodeOfSearch(load.capacity);
  return !interrupted && isAnswered(load) ? exitCodes.ok : exitCodes.invalid;
}
