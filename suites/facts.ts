import { type Device, pairKey } from '../contracts/batch.ts';
import { answerValidator, operationId } from '../contracts/contract.ts';
import type { Exchange } from '../contracts/exchange.ts';
import type { components } from '../contracts/generated/openapi.ts';
import { isRecord, readJson } from '../contracts/json.ts';
import type { ValueName } from '../contracts/observation-texts.ts';

export type Lists = components['schemas']['ResetCredentialsDto'];

/** Whether a call was answered or how it was refused. */
export type Reaction = 'answered' | `code ${string}` | `HTTP ${string}`;

function bodyOf({ response }: Exchange): unknown {
  return readJson(response?.body.toString('utf8') ?? '');
}

/** What a call was met with, as far as callers have to know. */
export function reactionOf(exchange: Exchange): Reaction {
  const { status } = exchange.response ?? {};
  if (status !== 200) return `HTTP ${status}`;
  const body = bodyOf(exchange);
  const code = isRecord(body) ? body.code : undefined;
  return code === 200 ? 'answered' : `code ${code}`;
}

/** Every different reaction to calls that are alike, in one order. */
export function reactionsOf(exchanges: readonly Exchange[]): string {
  return [...new Set(exchanges.map(reactionOf))].sort().join(', ');
}

/** The lists of an answer that keeps the contract. */
export function listsOf(exchange: Exchange): Lists {
  const body = bodyOf(exchange);
  if (answerValidator(operationId, 'success').test(body)) return body.data;
  throw new Error('the lists of an answer that was not checked, or is no success');
}

/** The top-level message of an answer. */
export function messageOf(exchange: Exchange): string {
  const body = bodyOf(exchange);
  return isRecord(body) && typeof body.msg === 'string' ? body.msg : '';
}

/** The language of a message. Chinese ones may have a word or two in Latin letters. */
export function languageIn(message: string): ValueName {
  if (message.trim() === '') return 'no-text';
  if (/\p{Script=Han}/u.test(message)) return 'chinese';
  return /^[\p{Script=Latin}\p{Script=Common}]*$/u.test(message) ? 'english' : 'other-language';
}

/** How often devices came back that were each asked for so many times. */
export function repetitionIn({ successList, failedList }: Lists, devices: readonly Device[]): ValueName {
  const asked = new Map<string, number>();
  const came = new Map<string, number>();
  const count = (counts: Map<string, number>, device: Device) => {
    const pair = pairKey(device);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  };
  for (const device of devices) count(asked, device);
  for (const device of [...successList, ...failedList]) count(came, device);
  if ([...asked.keys()].every((pair) => came.get(pair) === 1)) return 'once';
  return [...asked].every(([pair, times]) => came.get(pair) === times) ? 'per-occurrence' : 'mixed';
}

/** Whether the devices of a first answer have the same credentials in later ones. */
export function stabilityOf(first: Lists, later: readonly Lists[]): ValueName {
  const known = new Map(first.successList.map((item) => [pairKey(item), item.resetCredentials]));
  const kept = later.flatMap(({ successList }) =>
    successList.map((item) => known.get(pairKey(item)) === item.resetCredentials),
  );
  if (kept.every(Boolean)) return 'same';
  return kept.some(Boolean) ? 'mixed' : 'new-each-time';
}
