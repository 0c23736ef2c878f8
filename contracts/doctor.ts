import { expiryOf, readClaims } from './access/token.ts';
import { judge } from './checks/registry.ts';
import { exitCodes } from './errors/entry.ts';
import { ToolkitError } from './errors.ts';
import type { Call } from './exchange.ts';
import { preflight } from './preflight.ts';
import { recordedExchange } from './recorded.ts';
import { Redactor } from './secrets.ts';
import type { Transport } from './send.ts';
import type { Text } from './text.ts';

/** One thing the doctor looked at. */
export interface Symptom {
  readonly name: Text;
  readonly state: 'good' | 'warning' | 'bad';
  readonly detail: Text;
  /** What the process should end with, when it is bad. */
  readonly exitCode: number;
}

export interface Patient {
  readonly transport: Transport;
  readonly token: string;
  /** One own device. */
  readonly smallest: Call;
  /** Some more own devices. */
  readonly sample: Call;
}

/** Clocks further apart than this make tokens expire early or late. */
const tolerableSkewMs = 60_000;

const same = (text: string): Text => ({ en: text, zh: text });
const good = (name: Text, detail: Text): Symptom => ({ name, state: 'good', detail, exitCode: exitCodes.ok });

const names = {
  target: { en: 'target', zh: '被测服务' },
  token: { en: 'token', zh: 'token' },
  clock: { en: 'clocks', zh: '时钟' },
  devices: { en: 'devices', zh: '设备' },
} satisfies Record<string, Text>;

function tokenSymptom(token: string): Symptom {
  const expiry = expiryOf(token);
  const kind = readClaims(token)?.type;
  if (!expiry)
    return good(names.token, { en: 'accepted; its expiry cannot be read', zh: '已被接受；无法读取有效期' });
  const minutes = Math.round((expiry.getTime() - Date.now()) / 60_000);
  const type = kind ? ` (${kind})` : '';
  return good(names.token, {
    en: `accepted${type}, valid for ${minutes} more minutes`,
    zh: `已被接受${type}，还有 ${minutes} 分钟有效`,
  });
}

function clockSymptom(date: string | undefined, receivedAt: number): Symptom {
  const skewMs = date === undefined ? Number.NaN : receivedAt - Date.parse(date);
  if (Number.isNaN(skewMs))
    return good(names.clock, { en: 'the target tells no time', zh: '被测服务未返回时间' });
  const seconds = (Math.abs(skewMs) / 1000).toFixed(0);
  const detail = { en: `${seconds} s apart`, zh: `相差 ${seconds} 秒` };
  const state = Math.abs(skewMs) > tolerableSkewMs ? 'warning' : 'good';
  return { ...good(names.clock, detail), state };
}

/** Looks at everything a run depends on; stops at the first thing that makes the rest pointless. */
export async function examine({ transport, token, smallest, sample }: Patient): Promise<Symptom[]> {
  try {
    const exchange = await preflight(transport, smallest, token);
    const { origin } = new URL(smallest.request.url);
    const answered = `${origin}, ${exchange.timings.totalMs.toFixed(0)} ms`;
    const reached = good(names.target, same(answered));
    const clock = clockSymptom(exchange.response?.headers.date, exchange.sentAt + exchange.timings.totalMs);
    return [reached, tokenSymptom(token), clock, await deviceSymptom(transport, sample, token)];
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const name = error.exitCode === exitCodes.refused ? names.token : names.target;
    const detail = { en: error.explain('en'), zh: error.explain('zh') };
    return [{ name, state: 'bad', detail, exitCode: error.exitCode }];
  }
}

async function deviceSymptom(transport: Transport, sample: Call, token: string): Promise<Symptom> {
  const exchange = await transport.send(sample);
  const judgement = judge(exchange, { tokenErrorStatus: 200, secrets: [token] });
  const redactor = new Redactor();
  redactor.learnToken(token, '$PKDK_TOKEN');
  const { findings } = recordedExchange('doctor', exchange, judgement, redactor);
  const asked = sample.batch?.devices.length ?? 0;
  const refused = findings.filter(({ rule }) => rule === 'ownership').length;
  const violations = findings.filter(({ severity }) => severity === 'violation').length;
  if (violations === 0) {
    return good(names.devices, {
      en: `all ${asked} that were tried are this account's`,
      zh: `抽查的 ${asked} 台均属于该账号`,
    });
  }
  const detail = refused
    ? {
        en: `${refused} of ${asked} are refused: ${findings[0]?.message}`,
        zh: `${asked} 台中有 ${refused} 台被拒绝`,
      }
    : {
        en: `the answer breaks the contract: ${findings[0]?.message}`,
        zh: `应答违反契约：${findings[0]?.message}`,
      };
  return { name: names.devices, state: 'bad', detail, exitCode: exitCodes.broken };
}
