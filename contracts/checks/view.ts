import { isUtf8 } from 'node:buffer';
import type { Batch, Origin } from '../batch.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { isRecord } from '../json.ts';
import type { CredentialLedger } from './ledger.ts';

/** What the checks need to know beyond the exchange itself. */
export interface CheckSettings {
  /** The HTTP status that token errors may have besides 200. */
  readonly tokenErrorStatus: number;
  /** Values that no answer may contain. */
  readonly secrets: readonly string[];
  /** Credentials seen so far, where answers are to be compared over several exchanges. */
  readonly ledger?: CredentialLedger;
}

/** One item of an answer's lists, as it came: nothing is known of its types yet. */
export interface Item {
  /** JSON Pointer. */
  readonly at: string;
  /** Of `fields`. */
  readonly pair: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** An answer, decoded as far as it can be, once for all checks. */
export interface View {
  readonly exchange: Exchange;
  readonly answer: Answer;
  readonly settings: CheckSettings;
  /** The answer claims to be the operation's own, so its body is held against the contract. */
  readonly isOperations: boolean;
  /** The body, when it is UTF-8. */
  readonly text?: string;
  /** Why the text is not one JSON value. */
  readonly syntaxError?: string;
  readonly json?: unknown;
  readonly code?: number;
  /** The items of both lists, when the code is 200 and there are lists. */
  readonly succeeded: readonly Item[];
  readonly failed: readonly Item[];
}

/** The identity of a device within one answer. */
export function pairOf(fields: { readonly pk?: unknown; readonly dk?: unknown }): string {
  return `${fields.pk}\u0000${fields.dk}`;
}

const originsOfBatches = new WeakMap<Batch, ReadonlyMap<string, Origin | undefined>>();

/** The pairs that a batch asks for. Kept: under load the same batch is asked for again and again. */
export function originsOf(batch: Batch): ReadonlyMap<string, Origin | undefined> {
  const known = originsOfBatches.get(batch);
  const origins = known ?? new Map(batch.devices.map((device, i) => [pairOf(device), batch.origins[i]]));
  if (!known) originsOfBatches.set(batch, origins);
  return origins;
}

function itemsOf(data: unknown, list: string): readonly Item[] {
  const items = isRecord(data) ? data[list] : undefined;
  if (!Array.isArray(items)) return [];
  return items.flatMap((fields: unknown, i) =>
    isRecord(fields) ? [{ at: `/data/${list}/${i}`, pair: pairOf(fields), fields }] : [],
  );
}

function decode(body: Buffer): Pick<View, 'text' | 'json' | 'syntaxError'> {
  if (!isUtf8(body)) return {};
  const text = body.toString('utf8');
  try {
    const json: unknown = JSON.parse(text);
    return { text, json };
  } catch (error) {
    return { text, syntaxError: error instanceof Error ? error.message : String(error) };
  }
}

/** Input that may be refused in any way that is not a failure of the service: no devices, or a page silent on it. */
export function isRefusable({ token, batch, mayBeRefused }: Exchange): boolean {
  return token === 'valid' && (mayBeRefused === true || !batch?.devices.length);
}

/** Decodes the answer of an exchange; `answer` is its response. */
export function viewOf(exchange: Exchange, answer: Answer, settings: CheckSettings): View {
  const isOperations = answer.status === 200 || answer.status === settings.tokenErrorStatus;
  const decoded = decode(answer.body);
  const { json } = decoded;
  const code = isRecord(json) && typeof json.code === 'number' ? json.code : undefined;
  const data = isRecord(json) && code === 200 ? json.data : undefined;
  return {
    exchange,
    answer,
    settings,
    isOperations,
    ...decoded,
    ...(code === undefined ? {} : { code }),
    succeeded: itemsOf(data, 'successList'),
    failed: itemsOf(data, 'failedList'),
  };
}
