import { availableParallelism } from 'node:os';
import { exitCodes } from '../contracts/errors/entry.ts';
import { isLoopback } from '../contracts/loopback.ts';
import { preflight } from '../contracts/preflight.ts';
import { type LoadRecord, recordHead } from '../contracts/record.ts';
import { startForked } from '../contracts/reference/forked.ts';
import { openTransport } from '../contracts/send.ts';
import { fill, type Lang, type Text } from '../contracts/text.ts';
import type { Pools } from '../generators/batch.ts';
import { openTarget, smallestCall, type Target } from '../generators/target.ts';
import { parseDemands } from '../load/objectives/demands.ts';
import { parseDuration } from '../load/plan.ts';
import { runLoad } from '../load/run-load.ts';
import { loadableLookup } from '../load/safety/allow.ts';
import { assertWithin } from '../load/safety/limits.ts';
import { type ScenarioName, scenarios } from '../load/scenarios/table.ts';
import type { Context } from './context.ts';
import { countDown } from './countdown.ts';
import { talk } from './load-talk.ts';
import type { Terminal } from './terminal.ts';

/** The service times of the embedded reference service: a known truth to measure, and no fight for cores. */
const model = { baseMs: 4, perDeviceUs: 50, servers: 4 };

const texts = {
  reference: {
    en: 'reference service ({baseMs} ms + {perDeviceUs} µs a device, {servers} at once)',
    zh: '参考服务（{baseMs} 毫秒 + 每台 {perDeviceUs} 微秒，同时处理 {servers} 个）',
  },
  crowded: {
    en: '{processes} processes send, and this machine has {cores} cores: more than {cores} less one take time from each other, and from a service that runs here',
    zh: '发送进程有 {processes} 个，而本机只有 {cores} 核：超过“核数减一”时，各进程之间以及与本机上的服务会互相争抢时间',
  },
  stopped: {
    en: 'stopped after {limit}, the limit of --max-duration: what was measured until then is kept',
    zh: '已达 --max-duration 上限 {limit}，压测停止；此前的测量结果已保留',
  },
} satisfies Record<string, Text>;

/** How the target of the settings is reached: nothing goes where load is not allowed. */
function reachOf({ settings }: Context) {
  const { baseUrl, allowHosts } = settings;
  const lookup = baseUrl === undefined ? undefined : loadableLookup(baseUrl, allowHosts);
  return { ...settings, lookup };
}

/** The target of the settings, or a reference service in a process of its own. */
function openLoadTarget(reach: ReturnType<typeof reachOf>): Promise<Target> {
  return openTarget(reach, (account) => startForked({ account, model }));
}

/** Prints what a scenario would send; nothing is sent to a target that lists its devices in a file. */
export async function printPlan(context: Context, name: ScenarioName): Promise<number> {
  const { flags, settings, terminal } = context;
  const target = await openLoadTarget(reachOf(context));
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

/** Tells when the time that load may take was over before its plan. */
export function sayStopped({ stoppedBy }: LoadRecord, { settings, terminal }: Context): void {
  if (stoppedBy) terminal.say(fill(texts.stopped, settings.lang, { limit: settings.maxDuration }));
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
  const { lang, seed, given, maxRate } = settings;
  const reach = reachOf(context);
  const demands = parseDemands(flags);
  const target = await openLoadTarget(reach);
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
    sayStopped(load, context);
    return load;
  } finally {
    await transport.close();
    await target.close();
  }
}
