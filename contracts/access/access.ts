import { ToolkitError } from '../errors.ts';
import { isRecord, readJson } from '../json.ts';
import type { Transport } from '../send.ts';
import { expiryOf } from './token.ts';

/** What a login or a renewal gives; both tokens without `Bearer `. */
export interface Access {
  readonly token: string;
  readonly refreshToken?: string | undefined;
  /** When the token expires by the clock of the service, in milliseconds since the epoch. */
  readonly expiresAt?: number | undefined;
}

/** A form that asks for access. */
export interface AccessForm {
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What it is answered with; without `access` it was refused. */
export interface AccessAnswer {
  readonly code: unknown;
  readonly access?: Access;
}

function tokenOf(part: unknown): string | undefined {
  const token = isRecord(part) ? part.token : undefined;
  return typeof token === 'string' ? token.replace(/^Bearer\s+/i, '') : undefined;
}

/**
 * The token's own `exp` goes first, since that is what the service signed and judges it by. `expirationTime`, by the
 * platform's guide the same moment in seconds since the epoch, is for tokens that nobody else can read.
 */
function expiryIn(part: unknown, token: string): number | undefined {
  const said = isRecord(part) ? part.expirationTime : undefined;
  return expiryOf(token)?.getTime() ?? (typeof said === 'number' ? said * 1000 : undefined);
}

/** The access in the `data` of an answer; undefined when there is none. */
export function accessOf(data: unknown): Access | undefined {
  if (!isRecord(data)) return undefined;
  const token = tokenOf(data.accessToken);
  if (token === undefined) return undefined;
  const refreshToken = tokenOf(data.refreshToken);
  const expiresAt = expiryIn(data.accessToken, token);
  return {
    token,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** Sends a form that asks for access, once. Throws UNREACHABLE or NOT_THE_API. */
export async function askForAccess(transport: Transport, form: AccessForm): Promise<AccessAnswer> {
  const { method, url, fields } = form;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const body = Buffer.from(new URLSearchParams(fields).toString());
  const { response, reason = '' } = await transport.send({
    request: { method, url, headers, body },
    token: 'missing',
  });
  if (!response) throw new ToolkitError('UNREACHABLE', { url, reason });
  const answer = readJson(response.body.toString('utf8'));
  if (!isRecord(answer) || answer.code === undefined) {
    const mediaType = response.headers['content-type'] ?? '-';
    throw new ToolkitError('NOT_THE_API', { url, status: response.status, mediaType });
  }
  const { code, data } = answer;
  const access = code === 200 ? accessOf(data) : undefined;
  return { code, ...(access && { access }) };
}
