import { expect, test } from 'vitest';
import { leak } from './leak.ts';
import { CredentialLedger } from './ledger.ts';
import {
  answered,
  exchange,
  failed,
  foreign,
  found,
  own,
  settings,
  succeeded,
  tokenError,
} from './sample.ts';

test.each([
  ['a success', exchange()],
  ['an error without data', exchange({ token: 'invalid', body: { ...tokenError(5032), data: null } })],
  [
    'an error with empty lists',
    exchange({ body: { ...tokenError(5032), data: { successList: [], failedList: [] } } }),
  ],
  [
    'a reason that talks of a place',
    exchange({ body: answered([], [failed(foreign, 'look at home (again)')]) }),
  ],
  [
    'a null credential in a failure',
    exchange({ body: answered([], [{ ...failed(foreign), resetCredentials: null }]) }),
  ],
])('accepts %s', (_name, given) => expect(found(leak, given)).toEqual([]));

test.each([
  [
    'a credential in a failure',
    answered([], [{ ...failed(foreign), resetCredentials: 'abc' }]),
    ['credentialInFailure /data/failedList/0'],
  ],
  [
    "another device's credential as the reason",
    answered([succeeded(own, 'abc')], [failed(foreign, 'abc')]),
    ['credentialInFailure /data/failedList/0'],
  ],
  [
    "another device's credential within the reason",
    answered([succeeded(own, 'c0ffee-1')], [failed(foreign, '未绑定：c0ffee-1')]),
    ['credentialInFailure /data/failedList/0'],
  ],
  ['data beside an error', { ...answered([succeeded(own)]), code: 5032 }, ['dataInError /data']],
  ['the token', { code: 5032, msg: 'bad token secret-token' }, ['token']],
  ['a Java stack trace', { code: 5000, msg: 'at com.q.iot.Service.get(Service.java:42)' }, ['stackTrace']],
  ['a Node.js stack trace', { code: 5000, msg: 'at get (/srv/app/index.js:10:5)' }, ['stackTrace']],
  ['a Python stack trace', { code: 5000, msg: 'Traceback (most recent call last):' }, ['stackTrace']],
])('refuses %s', (_name, body, kinds) => expect(found(leak, exchange({ body }))).toEqual(kinds));

test('refuses a known credential in a failure', () => {
  const ledger = new CredentialLedger();
  ledger.remember('abc', 'some pair');
  const given = exchange({ body: answered([], [failed(foreign, 'abc')]) });
  expect(found(leak, given, { ...settings, ledger })).toEqual(['credentialInFailure /data/failedList/0']);
});

test('finds the token in a header, and in a body that is neither UTF-8 nor JSON', () => {
  const headers = { 'content-type': 'application/json', 'x-echo': 'secret-token' };
  expect(found(leak, exchange({ headers }))).toEqual(['token']);
  const bytes = Buffer.concat([Buffer.from([0xff]), Buffer.from('secret-token')]);
  expect(found(leak, exchange({ bytes, status: 500 }))).toEqual(['token']);
});

test.each([
  ['an expired token', 'Bearer an-expired-token-of-yesterday', ['token']],
  ['a word', 'Bearer word', []],
])('finds what was sent as a token: %s', (_name, authorization, kinds) => {
  const body = { code: 5032, msg: `bad: ${authorization}` };
  const given = exchange({ token: 'invalid', body });
  const request = { ...given.request, headers: { authorization } };
  expect(found(leak, { ...given, request })).toEqual(kinds);
});
