import { createCipheriv, createHash } from 'node:crypto';

/** An end user's account, by phone or by e-mail. */
export interface LoginAccount {
  readonly user: { readonly phone: string; readonly country: string } | { readonly email: string };
  readonly password: string;
  readonly userDomain: string;
  readonly userDomainSecret: string;
}

/** A form, and the path it is posted to. */
export interface LoginForm {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The password as the login takes it: base64 of AES-128-CBC with PKCS5 padding. The key is characters 8 to 24 of
 * the upper-case hexadecimal MD5 of `random`; the IV is the key's last 8 characters followed by its first 8.
 */
export function encryptedPassword(password: string, random: string): string {
  const key = createHash('md5').update(random).digest('hex').toUpperCase().slice(8, 24);
  const iv = key.slice(8) + key.slice(0, 8);
  const cipher = createCipheriv('aes-128-cbc', key, iv);
  return cipher.update(password, 'utf8', 'base64') + cipher.final('base64');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The login of an account; `random` is any 16 characters, other ones each time. The signature is the SHA-256 of
 * what names the user, the encrypted password, `random` and the secret of the user domain.
 */
export function loginForm(account: LoginAccount, random: string): LoginForm {
  const { user, password, userDomain, userDomainSecret } = account;
  const pwd = encryptedPassword(password, random);
  const isPhone = 'phone' in user;
  const name = isPhone ? user.country + user.phone : user.email;
  const fields = {
    ...(isPhone ? { internationalCode: user.country, phone: user.phone } : { email: user.email }),
    ...{ pwd, random, userDomain },
    signature: sha256(name + pwd + random + userDomainSecret),
  };
  return { path: `/v2/enduser/enduserapi/${isPhone ? 'phone' : 'email'}PwdLogin`, fields };
}
