import { ToolkitError } from '../errors.ts';
import type { Transport } from '../send.ts';
import { type Access, askForAccess } from './access.ts';

/**
 * Exchanges a refresh token for a new access token and a new refresh token, once: what was refused will be again.
 * The platform's page calls it a query parameter; clients that work against the platform send it as a form, which
 * keeps it out of the logs of gateways, and with the `Bearer ` that it came with. Where the answer has no new refresh
 * token, the old one stays.
 * Throws UNREACHABLE, NOT_THE_API or RENEWAL_REFUSED.
 */
export async function renew(transport: Transport, baseUrl: string, refreshToken: string): Promise<Access> {
  const url = `${baseUrl}/v2/enduser/enduserapi/refreshToken`;
  const fields = { refreshToken: `Bearer ${refreshToken}` };
  const { code, access } = await askForAccess(transport, { method: 'PUT', url, fields });
  if (!access) throw new ToolkitError('RENEWAL_REFUSED', { url, code: String(code) });
  return { refreshToken, ...access };
}
