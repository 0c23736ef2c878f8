import { expect, test } from 'vitest';
import { encryptedPassword, type LoginAccount, loginForm } from './login-form.ts';

const random = 'j1acpdj2bmtqZXVb';
const account: LoginAccount = {
  user: { phone: '13800138000', country: '86' },
  password: 'china1234',
  userDomain: 'E.DM.1',
  userDomainSecret: 'example-user-domain-secret',
};

test('the password is encrypted as the platform does', () => {
  expect(encryptedPassword('china1234', random)).toBe('lkZMvj0KDSJXlp66jBieHA==');
});

test('a login by phone is signed as the platform does', () => {
  expect(loginForm(account, random)).toEqual({
    path: '/v2/enduser/enduserapi/phonePwdLogin',
    fields: {
      internationalCode: '86',
      phone: '13800138000',
      pwd: 'lkZMvj0KDSJXlp66jBieHA==',
      random,
      userDomain: 'E.DM.1',
      signature: 'f1571f2f24a7e27a5a5e06b3c164705270012c582ea97ff770702ac529b76ccc',
    },
  });
});

test('a login by e-mail names the address instead', () => {
  const { path, fields } = loginForm({ ...account, user: { email: 'a@example.com' } }, random);
  expect(path).toBe('/v2/enduser/enduserapi/emailPwdLogin');
  expect(Object.keys(fields)).toEqual(['email', 'pwd', 'random', 'userDomain', 'signature']);
  expect(fields.signature).not.toBe(loginForm(account, random).fields.signature);
});

test('the password itself is in no field', () => {
  expect(JSON.stringify(loginForm(account, random))).not.toContain('china1234');
});
