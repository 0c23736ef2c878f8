import { ToolkitError } from './errors.ts';
import type { Call, Exchange } from './exchange.ts';
import type { Transport } from './send.ts';
import { expiryOf } from './token.ts';

function parseAnswer(body: Buffer): { code?: unknown; msg?: unknown } {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

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
  const { code, msg } = parseAnswer(body);
  if (code === 5032 || code === 5106)
    throw new ToolkitError('TOKEN_REFUSED', { url, code, msg: String(msg) });
  return exchange;
}
