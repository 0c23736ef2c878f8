import type { Batch, Device } from '../contracts/batch.ts';
import type { Call, TokenState } from '../contracts/exchange.ts';

/** What a call is made of. A `body` replaces the batch's own bytes. */
export interface CallParts {
  /** Of the operation, path included. */
  readonly url: string;
  readonly token: TokenState;
  /** The whole header; none is sent when it is undefined. */
  readonly authorization?: string | undefined;
  readonly batch?: Batch;
  readonly body?: Buffer;
  /** Added to the usual headers, or instead of them; undefined sends none of that name. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly method?: string;
  readonly mayBeRefused?: true;
}

/** The bytes to send and what their answer must be judged by. */
export function prepareCall(parts: CallParts): Call {
  const { url, token, authorization, batch, body, method = 'POST', mayBeRefused } = parts;
  const headers = headersOf({ ...usualHeaders, authorization }, parts.headers);
  return {
    request: { method, url, headers, body: body ?? encodeBatch(batch?.devices ?? []) },
    ...(batch && { batch }),
    token,
    ...(mayBeRefused && { mayBeRefused }),
  };
}

const usualHeaders = { 'content-type': 'application/json', accept: 'application/json' };

function headersOf(...sources: readonly CallParts['headers'][]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of sources.flatMap((source = {}) => Object.entries(source))) {
    if (value === undefined) delete headers[name.toLowerCase()];
    else headers[name.toLowerCase()] = value;
  }
  return headers;
}

/** The devices as the operation takes them: a JSON array, `pk` before `dk`. */
export function encodeBatch(devices: readonly Device[]): Buffer {
  // Fresh objects of one shape: measured faster than a key list for JSON.stringify, or templates that escape.
  return Buffer.from(JSON.stringify(devices.map(({ pk, dk }) => ({ pk, dk }))));
}

/** The Authorization header of a token given with or without its `Bearer `. */
export function bearer(token: string): string {
  return `Bearer ${bareToken(token)}`;
}

/** The token without `Bearer ` and surrounding white space. */
export function bareToken(token: string): string {
  return token.trim().replace(/^Bearer\s+/i, '');
}
