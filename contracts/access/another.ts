import type { Transport } from '../send.ts';
import type { Access } from './access.ts';
import { logIn } from './login.ts';
import type { LoginAccount } from './login-form.ts';
import { renew } from './renewal.ts';

/**
 * Gets another access token: with the refresh token or, where that is refused or there is none, by a login.
 * Throws what those throw.
 */
export async function another(
  transport: Transport,
  baseUrl: string,
  { refreshToken }: Access,
  login: LoginAccount | undefined,
): Promise<Access> {
  if (refreshToken === undefined) {
    if (login) return logIn(transport, baseUrl, login);
    throw new Error('there is neither a refresh token nor a login');
  }
  const renewed = renew(transport, baseUrl, refreshToken);
  return login ? renewed.catch(() => logIn(transport, baseUrl, login)) : renewed;
}
