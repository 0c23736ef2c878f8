import { exitCodes } from '../contracts/error-table.ts';
import { preflight } from '../contracts/preflight.ts';
import {
  type LoadRecord,
  type Point,
  type Target as RecordedTarget,
  recordHead,
  runId,
} from '../contracts/record.ts';
import { startForked } from '../contracts/reference/forked.ts';
import { openTransport } from '../contracts/send.ts';
import { fill, type Text } from '../contracts/text.ts';
import { openTarget, smallestCall } from '../generators/target.ts';
import { assertLoadable } from '../load/allow.ts';
import { planSweep } from '../load/plan.ts';
import { runSweep } from '../load/run-sweep.ts';
import type { SweepProgress } from '../load/sweep.ts';
import { type Context, textOf } from './context.ts';

/** The service times of the embedded reference service: a known truth to measure, and no fight for cores. */
const model = { baseMs: 4, perDeviceUs: 50, servers: 4 };

const texts = {
  reference: {
    en: 'reference service ({baseMs} ms + {perDeviceUs} µs a device, {servers} at once)',
    zh: '参考服务（{baseMs} 毫秒 + 每台 {perDeviceUs} 微秒，同时处理 {servers} 个）',
  },
  loading: {
    en: 'batch size {size}: point {point} of {points}, {sent} requests, {seconds} s left',
    zh: '批量 {size}：第 {point}/{points} 点，已发 {sent} 个请求，剩余 {seconds} 秒',
  },
  measured: {
    en: 'batch size {size}: {devices} devices/s, {requests} requests/s, p99 {p99} ms',
    zh: '批量 {size}：{devices} 台/秒，{requests} 个请求/秒，p99 {p99} 毫秒',
  },
  worthless: { en: 'batch size {size}: {verdict}: {why}', zh: '批量 {size}：{verdict}：{why}' },
} satisfies Record<string, Text>;

/** Sweeps the target of the settings, or a reference service in a process of its own. */
export async function measure(context: Context): Promise<LoadRecord> {
  const { flags, settings, signal, terminal } = context;
  const { lang, seed } = settings;
  const say = (text: Text, params: Record<string, string | number>) => fill(text, lang, params);
  if (settings.baseUrl) assertLoadable(settings.baseUrl, settings.allowHosts);
  const target = await openTarget(settings, (account) => startForked({ account, model }));
  const transport = openTransport(settings);
  try {
    const batchSizes = textOf(flags, 'batchSizes');
    const connections = textOf(flags, 'connections');
    const duration = textOf(flags, 'duration');
    const warmup = textOf(flags, 'warmup');
    const given = {
      ...(batchSizes !== undefined && { batchSizes }),
      ...(connections !== undefined && { connections }),
      ...(duration !== undefined && { duration }),
      ...(warmup !== undefined && { warmup }),
    };
    const plan = planSweep(given, target.pools.own.length);
    await preflight(transport, smallestCall(target), target.token);
    const label = target.referenceService ? say(texts.reference, model) : target.label;
    const recorded: RecordedTarget = { url: target.url, label, referenceService: target.referenceService };
    const head = recordHead({ target: recorded, settings: settings.given, seed }, runId(new Date(), seed));
    return await runSweep({
      head,
      plan,
      target,
      transport,
      settings,
      signal,
      onProgress: ({ batchSize, point, points, counts, msLeft }: SweepProgress) => {
        const seconds = Math.ceil(msLeft / 1000);
        terminal.status(say(texts.loading, { size: batchSize, point, points, sent: counts.sent, seconds }));
      },
      onPoint: ({ batchSize, devicesPerSecond, requestsPerSecond, latencyMs, verdict, why }: Point) => {
        const devices = Math.round(devicesPerSecond).toLocaleString(lang);
        const requests = requestsPerSecond.toFixed(1);
        const p99 = latencyMs?.p99.toFixed(1) ?? '-';
        const measured = say(texts.measured, { size: batchSize, devices, requests, p99 });
        const isMeasured = verdict === 'valid' || verdict === 'generator-limited';
        if (isMeasured) terminal.say(why ? `${measured} (${verdict}: ${why})` : measured);
        else terminal.say(say(texts.worthless, { size: batchSize, verdict, why }));
      },
    });
  } finally {
    await transport.close();
    await target.close();
  }
}

/** How a process ends after a sweep. */
export function exitCodeOf({ interrupted, points }: LoadRecord): number {
  if (interrupted) return exitCodes.interrupted;
  if (points.some(({ counts }) => counts.contractViolation > 0)) return exitCodes.broken;
  return points.some(({ verdict }) => verdict === 'valid') ? exitCodes.ok : exitCodes.invalid;
}
