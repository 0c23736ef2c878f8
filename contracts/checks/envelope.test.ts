import { expect, test } from 'vitest';
import { envelope } from './envelope.ts';
import { answered, exchange, failed, foreign, found, own, succeeded, tokenError } from './sample.ts';

test.each([
  ['a success', exchange()],
  ['a success without extMsg', exchange({ body: { ...answered([succeeded(own)]), extMsg: undefined } })],
  ['a token error with nothing but code and msg', exchange({ body: tokenError(5032) })],
  ['a token error with null data', exchange({ body: { ...tokenError(5106), data: null, extMsg: null } })],
  ['an undocumented code', exchange({ body: { code: 5312, msg: '数量超限' } })],
  ['undocumented fields', exchange({ body: { ...answered([succeeded(own)]), traceId: 'x' } })],
])('accepts %s', (_name, given) => expect(found(envelope, given)).toEqual([]));

test.each([
  ['no code', { msg: '' }, ['missing']],
  ['a code that is a string', { code: '200', msg: '' }, ['type /code']],
  ['an array', [], ['type']],
  ['null', null, ['type']],
  ['a success without data', { code: 200, msg: '' }, ['missing']],
  ['a success with null data', { code: 200, data: null }, ['type /data']],
  [
    'null lists',
    { code: 200, data: { failedList: null, successList: null } },
    ['type /data/failedList', 'type /data/successList'],
  ],
  ['a list without its sibling', { code: 200, data: { successList: [] } }, ['missing /data']],
  ['a null item', answered([null]), ['type /data/successList/0']],
  ['a numeric dk', answered([{ ...succeeded(own), dk: 12 }]), ['type /data/successList/0/dk']],
  ['an empty credential', answered([succeeded(own, '')]), ['empty /data/successList/0/resetCredentials']],
  [
    'a failed item without msg',
    answered([], [{ ...failed(foreign), msg: undefined }]),
    ['missing /data/failedList/0'],
  ],
  ['a token error without msg', { code: 5032 }, ['missing']],
  ['a code with a fraction', { code: 200.5, msg: '' }, ['type /code']],
])('refuses %s', (_name, body, kinds) => {
  expect(found(envelope, exchange({ bytes: Buffer.from(JSON.stringify(body)) }))).toEqual(kinds);
});
