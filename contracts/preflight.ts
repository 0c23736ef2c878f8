import { expiryOf } from './access/token.ts';
import { viewOf } from './checks/view.ts';
import { ToolkitError } from './errors.ts';
import type { Call, Exchange } from './exchange.ts';
import { isRecord } from './json.ts';
import { Redactor } from './secrets.ts';
import type { Transport } from './send.ts';

/**
 * Sends one call that must work, so that a target that is down or refuses the token is one clear error
 * instead of as many failed tests as there are. What an answer says beyond that is for the checks.
 * Throws TOKEN_EXPIRED, UNREACHABLE, CERTIFICATE, NOT_THE_API or TOKEN_REFUSED.
 */
export async function preflight(transport: Transport, call: Call, token: string): Promise<Exchange> {
  const { url } = call.request;
  const expiry = expiryOf(token);
  if (expiry && expiry.getTime() <= Date.now()) {
    throw new ToolkitError('TOKEN_EXPIRED', { at: expiry.toISOString() });
  }
  const exchange = await transport.send(call);
  const { response, failure, reason = failure ?? '' } = exchange;
  if (!response) {
    throw new ToolkitError(/CERT|VERIFY|ALTNAME/.test(reason) ? 'CERTIFICATE' : 'UNREACHABLE', {
      url,
      reason,
    });
  }
  const { status, headers, body } = response;
  if (!/^\s*\{/.test(body.toString('utf8', 0, 64))) {
    const mediaType = headers['content-type'] ?? '-';
    throw new ToolkitError('NOT_THE_API', { url, status, mediaType });
  }
  const { code, json } = viewOf(exchange, response, { tokenErrorStatus: status, secrets: [] });
  if (code === 5032 || code === 5106) {
    const redactor = new Redactor();
    redactor.learnToken(token, '$PKDK_TOKEN');
    const msg = redactor.redact(String(isRecord(json) ? json.msg : ''));
    throw new ToolkitError('TOKEN_REFUSED', { url, code, msg });
  }
  return exchange;
}
