import { expect, test } from 'vitest';
import { type Lists, languageIn, reactionOf, reactionsOf, repetitionIn, stabilityOf } from './facts.ts';

const devices = [
  { pk: 'p11pLZ', dk: 'D001' },
  { pk: 'p11pLZ', dk: 'D002' },
];
const [one, other] = devices.map((device) => ({ ...device, resetCredentials: `${device.dk}!`, msg: 'no' }));
const lists = (successList: readonly (typeof one)[], failedList: readonly (typeof one)[] = []): Lists => {
  const there = (list: readonly (typeof one)[]) => list.filter((item) => item !== undefined);
  return { successList: there(successList), failedList: there(failedList) };
};

test.each([
  ['once', lists([one], [other])],
  ['per-occurrence', lists([one, one, one], [other, other])],
  ['mixed', lists([one, one, one], [other])],
  ['mixed', lists([one, one], [other])],
  ['mixed', lists([one, one, one])],
])('devices that came back %s', (repetition, answer) => {
  expect(repetitionIn(answer, [...devices, ...devices, ...devices.slice(0, 1)])).toBe(repetition);
});

test('credentials are the same, new, or either', () => {
  const first = lists([one, other]);
  const renew = (item: typeof one) => item && { ...item, resetCredentials: `${item.resetCredentials}!` };
  expect(stabilityOf(first, [first, lists([other])])).toBe('same');
  expect(stabilityOf(first, [lists([renew(one), renew(other)]), lists([renew(one)])])).toBe('new-each-time');
  expect(stabilityOf(first, [first, lists([renew(one)])])).toBe('mixed');
});

test.each([
  ['', 'no-text'],
  [' \n', 'no-text'],
  ['请输入token', 'chinese'],
  ['Token is missing (5106)!', 'english'],
  ['トークン', 'other-language'],
  ['токен token', 'other-language'],
])('%j is %s', (message, language) => {
  expect(languageIn(message)).toBe(language);
});

function exchange(status: number, body: string) {
  const request = { method: 'POST', url: 'http://127.0.0.1', headers: {}, body: Buffer.alloc(0) };
  const response = { status, headers: {}, body: Buffer.from(body) };
  return { request, response, token: 'valid', sentAt: 0, timings: { totalMs: 0 } } as const;
}

test('a reaction is an answer, a code or a status', () => {
  const [answered, code, status] = [
    exchange(200, '{"code":200}'),
    exchange(200, '{"code":50005}'),
    exchange(400, '{"code":50005}'),
  ];
  expect([answered, code, status].map(reactionOf)).toEqual(['answered', 'code 50005', 'HTTP 400']);
  expect(reactionsOf([code, answered, code])).toBe('answered, code 50005');
  expect(reactionsOf([status])).toBe('HTTP 400');
});
