import { expect, test } from 'vitest';
import { judge } from './checks/registry.ts';
import {
  answered,
  exchange,
  failed,
  foreign,
  own,
  own2,
  settings,
  succeeded,
  tokenError,
} from './checks/sample.ts';
import { openapi, operationId } from './contract.ts';
import { Coverage } from './coverage.ts';
import { operationsOf } from './description.ts';
import type { Exchange } from './exchange.ts';
import { recordedExchange } from './recorded.ts';
import { Redactor } from './secrets.ts';

const [place] = operationsOf(openapi).filter(({ operation }) => operation.operationId === operationId);
if (!place) throw new Error('no operation');

/** Ids of the points that these exchanges cover, with a body sent. */
function covered(...given: (readonly [body: unknown, Exchange])[]): string[] {
  const coverage = new Coverage(openapi, place ?? { pointer: '', operation: { operationId, responses: {} } });
  for (const [body, one] of given) {
    const sent = {
      ...one,
      request: { ...one.request, body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) },
    };
    coverage.see(recordedExchange('x', sent, judge(sent, settings), new Redactor()));
  }
  const { points, covered: count, total } = coverage.result();
  expect(points).toHaveLength(total);
  const ids = points.filter(({ isCovered }) => isCovered).map(({ id }) => id);
  expect(ids).toHaveLength(count);
  return ids;
}

const request = (...given: Parameters<typeof covered>) =>
  covered(...given).filter((id) => id.startsWith('request'));

const keywordsOfRequest = [
  ...['/ type', '/~ type', '/~ required dk', '/~ required pk'],
  ...['/~/dk type', '/~/dk minLength', '/~/pk type', '/~/pk minLength'],
];
const fieldsOfSuccess = [
  ...['code', 'data', 'data/failedList', 'data/failedList/~/dk', 'data/failedList/~/msg'],
  ...['data/failedList/~/pk', 'data/successList', 'data/successList/~/dk', 'data/successList/~/pk'],
  ...['data/successList/~/resetCredentials', 'msg', 'extMsg'],
].map((at) => `answer 200 /${at}`);

test('the points are those of the contract, each with a name of its own', () => {
  const { points } = new Coverage(openapi, place).result();
  expect(points.map(({ id }) => id)).toEqual([
    ...['success', 'partial', 'allFailed', 'tokenInvalid', 'tokenMissing'].map((name) => `outcome ${name}`),
    ...[5032, 5106, 200].map((code) => `code ${code}`),
    ...['valid', 'missing', 'invalid', 'expired', 'refresh'].map((state) => `token ${state}`),
    ...keywordsOfRequest.flatMap((keyword) => [`request ${keyword} kept`, `request ${keyword} broken`]),
    ...[5032, 5106].flatMap((code) =>
      ['code', 'msg', 'data', 'extMsg'].map((field) => `answer ${code} /${field}`),
    ),
    ...fieldsOfSuccess,
  ]);
});

test('nothing sent covers nothing', () => expect(covered()).toEqual([]));

test('an exchange covers what it shows, of both sides', () => {
  expect(covered([[own, own2, foreign], exchange()])).toEqual([
    ...['outcome partial', 'code 200', 'token valid'],
    ...keywordsOfRequest.map((keyword) => `request ${keyword} kept`),
    ...fieldsOfSuccess,
  ]);
});

test.each([
  ['an object for the array', {}, ['/ type broken']],
  ['a body that is no JSON', '[', []],
  ['null for a device', [null], ['/ type kept', '/~ type broken']],
  [
    'a device without dk',
    [{ pk: 'p' }],
    [
      '/ type kept',
      '/~ type kept',
      '/~ required dk broken',
      '/~ required pk kept',
      '/~/pk type kept',
      '/~/pk minLength kept',
    ],
  ],
  [
    'a number, which has no length',
    [{ dk: 1, pk: '' }],
    [
      '/ type kept',
      '/~ type kept',
      '/~ required dk kept',
      '/~ required pk kept',
      '/~/dk type broken',
      '/~/pk type kept',
      '/~/pk minLength broken',
    ],
  ],
])('a request keeps and breaks keywords: %s', (_name, body, expected) => {
  expect(request([body, exchange({ batch: null, body: tokenError(5312) })])).toEqual(
    expected.map((point) => `request ${point}`),
  );
});

test('an empty list has shown no item', () => {
  const ids = covered([[own], exchange({ batch: [[own, 'own']], body: answered([succeeded(own)]) })]);
  expect(ids).toContain('answer 200 /data/failedList');
  expect(ids).not.toContain('answer 200 /data/failedList/~/msg');
  expect(ids).toContain('outcome success');
});

test('tokens and codes count by what was sent and answered, wrong or right', () => {
  const refused = exchange({ token: 'expired', body: { ...tokenError(5032), data: null } });
  expect(covered([[own], refused]).filter((id) => !id.startsWith('request'))).toEqual([
    ...[
      'outcome tokenInvalid',
      'code 5032',
      'token expired',
      'answer 5032 /code',
      'answer 5032 /msg',
      'answer 5032 /data',
    ],
  ]);
});

test('what was covered stays covered, by several exchanges together', () => {
  const all = exchange({ batch: [[foreign, 'foreign']], body: answered([], [failed(foreign)]) });
  const ids = covered([[own], exchange()], [{}, all]);
  expect(ids).toEqual(
    expect.arrayContaining([
      'outcome partial',
      'outcome allFailed',
      'request / type kept',
      'request / type broken',
    ]),
  );
});
