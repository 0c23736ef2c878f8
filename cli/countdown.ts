import { setTimeout as sleep } from 'node:timers/promises';
import { fill, type Lang, type Text } from '../contracts/text.ts';
import type { PlannedScenario } from '../load/scenarios/scenario.ts';
import type { Terminal } from './terminal.ts';

/** Long enough to read where load goes, and to press Ctrl-C. */
const seconds = 5;

const texts = {
  announced: {
    en: 'In {seconds} s load goes to {host}: {scenario}, batch sizes {sizes}, {amount}, about {duration} s. Ctrl-C: nothing more is sent.',
    zh: '{seconds} 秒后将向 {host} 施压：{scenario}，批大小 {sizes}，{amount}，约 {duration} 秒。按 Ctrl-C 则不再发送任何请求。',
  },
  rate: { en: 'up to {rate} requests per second', zh: '每秒最多 {rate} 个请求' },
  carried: { en: 'as many requests as are answered', zh: '服务应答多少就发送多少请求' },
  left: { en: 'load to {host} in {seconds} s', zh: '{seconds} 秒后向 {host} 施压' },
} satisfies Record<string, Text>;

export interface CountdownOptions {
  /** Name and port of the target. */
  readonly host: string;
  readonly planned: Pick<PlannedScenario, 'scenario' | 'plan' | 'peakRate' | 'expectedMs'>;
  readonly maxRate: number | undefined;
  readonly lang: Lang;
  readonly terminal: Pick<Terminal, 'say' | 'status'>;
  readonly signal: AbortSignal;
  /** Waits, or rejects when the signal is aborted. */
  wait?(ms: number, signal: AbortSignal): Promise<unknown>;
}

/** Says what load is about to go where, and counts down. Ends at once when aborted. */
export async function countDown(options: CountdownOptions): Promise<void> {
  const { host, planned, maxRate, lang, terminal, signal } = options;
  const { wait = (ms: number) => sleep(ms, undefined, { signal }) } = options;
  const rate = planned.peakRate ?? maxRate;
  const amount =
    rate === undefined
      ? texts.carried[lang]
      : fill(texts.rate, lang, { rate: rate.toLocaleString(lang, { maximumFractionDigits: 2 }) });
  const { scenario, plan, expectedMs } = planned;
  const sizes = plan.batchSizes.join(', ');
  const duration = Math.ceil(expectedMs / 1000);
  terminal.say(fill(texts.announced, lang, { seconds, host, scenario, sizes, amount, duration }));
  for (let left = seconds; left > 0 && !signal.aborted; left--) {
    terminal.status(fill(texts.left, lang, { host, seconds: left }));
    await wait(1000, signal).catch(() => undefined);
  }
}
