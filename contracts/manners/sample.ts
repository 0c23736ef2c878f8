import { operationPath } from '../contract.ts';
import type { Call } from '../exchange.ts';
import { own } from '../reference/sample.ts';

/** For tests: a call for the first own device of the sample account. */
export function callTo(url: string, token: string): Call {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = Buffer.from(JSON.stringify(own.slice(0, 1)));
  return { request: { method: 'POST', url: url + operationPath, headers, body }, token: 'valid' };
}

/** For tests: the business code of an answer. */
export function codeOf({ response }: { readonly response?: { readonly body: Buffer } }): unknown {
  return response && JSON.parse(response.body.toString()).code;
}
