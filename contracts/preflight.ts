import { expiryOf } from './access/token.ts';
import { viewOf } from './checks/view.ts';
import { ToolkitError } from './errors.ts';
import type { Call, Exchange } from './exchange.ts';
import { isRecord } from './json.ts';
import { isTokenError } from './outcome.ts';
import { Redactor } from './secrets.ts';
import type { Transport } from './send.ts';

/** Failures before a connection was there: nothing was sent. */
const connectFailures =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|CERT|VERIFY|ALTNAME/;

/** Throws TOKEN_EXPIRED. */
export function assertInTime(token: string): void {
  const expiry = expiryOf(token);
  if (expiry && expiry.getTime() <= Date.now()) {
    throw new ToolkitError('TOKEN_EXPIRED', { at: expiry.toISOString() });
  }
}

/** Why the target was not reached, if it was not. */
export function unreached({ request: { url }, reason = '' }: Exchange): ToolkitError | undefined {
  return connectFailures.test(reason) ? noAnswer(url, reason) : undefined;
}

function noAnswer(url: string, reason: string): ToolkitError {
  const code = /CERT|VERIFY|ALTNAME/.test(reason) ? 'CERTIFICATE' : 'UNREACHABLE';
  return new ToolkitError(code, { url, reason });
}

/** What the target says of the token, if it refuses it. */
export function tokenRefusal(exchange: Exchange, token: string): ToolkitError | undefined {
  const { request, response } = exchange;
  if (!response) return undefined;
  const { code, json } = viewOf(exchange, response, { tokenErrorStatus: response.status, secrets: [] });
  if (code === undefined || !isTokenError(code)) return undefined;
  const redactor = new Redactor();
  redactor.learnToken(token, '$PKDK_TOKEN');
  const msg = redactor.redact(String(isRecord(json) ? json.msg : ''));
  return new ToolkitError('TOKEN_REFUSED', { url: request.url, code, msg });
}

/**
 * Sends one call that must work, so that a target that is down or refuses the token is one clear error
 * instead of as many failed tests as there are. What an answer says beyond that is for the checks.
 * Throws TOKEN_EXPIRED, UNREACHABLE, CERTIFICATE, NOT_THE_API or TOKEN_REFUSED.
 */
export async function preflight(transport: Transport, call: Call, token: string): Promise<Exchange> {
  const { url } = call.request;
  assertInTime(token);
  const exchange = await transport.send(call);
  const { response, failure, reason = failure ?? '' } = exchange;
  if (!response) throw noAnswer(url, reason);
  const { status, headers, body } = response;
  if (!/^\s*\{/.test(body.toString('utf8', 0, 64))) {
    const mediaType = headers['content-type'] ?? '-';
    throw new ToolkitError('NOT_THE_API', { url, status, mediaType });
  }
  const refusal = tokenRefusal(exchange, token);
  if (refusal) throw refusal;
  return exchange;
}
