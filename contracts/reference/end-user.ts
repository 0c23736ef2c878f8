import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type LoginAccount, loginForm } from '../access/login-form.ts';
import { readClaims } from '../access/token.ts';
import type { Device } from '../batch.ts';
import type { Tokens, Verdict } from './tokens.ts';

/** The end user whose devices the service holds. */
export interface EndUser {
  readonly account: LoginAccount;
  readonly devices: readonly Device[];
  readonly tokens: Tokens;
}

/** An account with secrets of its own. */
export function loginAccount(): LoginAccount {
  const secret = () => randomBytes(12).toString('base64url');
  return {
    user: { phone: '13800138000', country: '86' },
    password: secret(),
    userDomain: 'E.DM.1',
    userDomainSecret: secret(),
  };
}

/** What a login that is wrong in some way is answered with, by phone and by e-mail; the last one freezes the account. */
const wrongPassword = { phone: [5582, 5581, 5580, 5579], email: [5586, 5585, 5584, 5583] };
const frozen = 5147;

const answer = (code: number, data?: object) => ({
  code,
  ...(data && { data }),
  extMsg: null,
  msg: code === 200 ? '' : 'refused',
});

const tokenRefusal = (verdict: Verdict) => answer(verdict === 'missing' ? 5106 : 5032);

/** A token as the platform gives it out: its prefix is a part of it, a refresh token's, too. */
const givenOut = (token: string) => ({ token: `Bearer ${token}`, expirationTime: readClaims(token)?.exp });

/** New tokens of both kinds. */
async function grant(tokens: Tokens) {
  const [token, refreshToken] = await Promise.all([tokens.sign(), tokens.sign({ type: 'RefreshToken' })]);
  return answer(200, { accessToken: givenOut(token), refreshToken: givenOut(refreshToken) });
}

type Fields = Readonly<Record<string, string>>;

function fieldsOf({ query, body }: { query: unknown; body: unknown }): Fields {
  return {
    ...Object(query),
    ...Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : '')),
  };
}

/** Adds login by phone or e-mail, renewal, and the list of the account's devices. */
export function addEndUser(app: FastifyInstance, { account, devices, tokens }: EndUser): void {
  const kind = 'phone' in account.user ? 'phone' : 'email';
  let failures = 0;

  function refusalOf(path: string, fields: Fields): number | undefined {
    const expected = loginForm(account, fields.random ?? '');
    const wanted: Fields = expected.fields;
    const names = ['internationalCode', 'phone', 'email'].filter((name) => name in wanted);
    if (path !== expected.path || names.some((name) => fields[name] !== wanted[name]))
      return kind === 'phone' ? 5004 : 5031;
    if (failures >= wrongPassword[kind].length) return frozen;
    if (fields.pwd !== wanted.pwd) return wrongPassword[kind][failures++] ?? frozen;
    if (fields.signature !== wanted.signature) return 5420;
    failures = 0;
    return undefined;
  }

  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, body),
    );
    for (const path of ['phone', 'email'].map((name) => `/v2/enduser/enduserapi/${name}PwdLogin`)) {
      scope.post(path, async (request) => {
        const refusal = refusalOf(path, fieldsOf(request));
        return refusal === undefined ? grant(tokens) : answer(refusal);
      });
    }
    scope.put('/v2/enduser/enduserapi/refreshToken', async (request) => {
      const verdict = await tokens.verdict(fieldsOf(request).refreshToken);
      return verdict === 'refresh' ? grant(tokens) : tokenRefusal(verdict);
    });
    scope.get('/v2/binding/enduserapi/userDeviceList', async (request) => {
      const verdict = await tokens.verdict(request.headers.authorization);
      if (verdict !== 'valid') return tokenRefusal(verdict);
      const { page = '1', pageSize = '10' } = fieldsOf(request);
      const [number, size] = [Number(page), Math.min(Number(pageSize), 100)];
      const list = devices.slice((number - 1) * size, number * size);
      return answer(200, {
        list: list.map(({ pk, dk }) => ({ productKey: pk, deviceKey: dk })),
        total: devices.length,
        pages: Math.ceil(devices.length / size),
      });
    });
  });
}
