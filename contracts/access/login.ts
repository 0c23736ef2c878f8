import { randomBytes } from 'node:crypto';
import { ToolkitError } from '../errors.ts';
import type { Transport } from '../send.ts';
import type { Text } from '../text.ts';
import { type Access, askForAccess } from './access.ts';
import { type LoginAccount, loginForm } from './login-form.ts';

/** Why a login was refused, and what to do about it, by business code. */
const refusals: Readonly<Record<number, Text>> = {
  5004: { en: 'the phone number is not registered', zh: '手机号未注册' },
  5028: { en: 'the password is wrong', zh: '密码错误' },
  5031: { en: 'the e-mail address is not registered', zh: '邮箱未注册' },
  5147: { en: 'the account is frozen for 20 minutes', zh: '账号被冻结 20 分钟' },
  5325: { en: 'access is blocked for 24 hours', zh: '访问被限制 24 小时' },
  5420: {
    en: 'the signature is wrong: check PKDK_USER_DOMAIN_SECRET',
    zh: '签名错误：请检查 PKDK_USER_DOMAIN_SECRET',
  },
};

/** Codes that count the attempts left before the account freezes: by phone, then by e-mail. */
const attemptsLeft: Readonly<Record<number, number>> = {
  ...{ 5579: 1, 5580: 2, 5581: 3, 5582: 4 },
  ...{ 5583: 1, 5584: 2, 5585: 3, 5586: 4 },
};

function reasonFor(code: unknown): Text {
  const left = typeof code === 'number' ? attemptsLeft[code] : undefined;
  if (left !== undefined) {
    return {
      en: `the password is wrong; ${left} attempts are left before the account is frozen`,
      zh: `密码错误；再错 ${left} 次账号将被冻结`,
    };
  }
  const known = typeof code === 'number' ? refusals[code] : undefined;
  return known ?? { en: 'the service gives no known reason', zh: '服务未给出已知原因' };
}

/**
 * Logs in, once: a refused login is never tried again, since the account freezes after a few.
 * Throws UNREACHABLE, NOT_THE_API or LOGIN_REFUSED.
 */
export async function logIn(transport: Transport, baseUrl: string, account: LoginAccount): Promise<Access> {
  // 16 characters, other ones each time.
  const { path, fields } = loginForm(account, randomBytes(8).toString('hex'));
  const url = baseUrl + path;
  const { code, access } = await askForAccess(transport, { method: 'POST', url, fields });
  if (!access) throw new ToolkitError('LOGIN_REFUSED', { url, code: String(code), reason: reasonFor(code) });
  return access;
}
