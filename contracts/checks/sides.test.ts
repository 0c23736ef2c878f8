import { expect, test } from 'vitest';
import type { Finding } from '../finding.ts';
import { checks, judge } from './registry.ts';
import { answered, exchange, failed, foreign, own, own2, settings, succeeded } from './sample.ts';
import { sidesOf } from './sides.ts';

/** Both sides of the first finding in an answer with this body. */
function sidesIn(body: unknown, lang: 'en' | 'zh') {
  const text = JSON.stringify(body);
  const [finding] = judge(exchange({ body }), settings).findings;
  return finding && sidesOf(finding, text, lang);
}

test.each([
  [
    'a device that is lost',
    answered([succeeded(own), succeeded(own2)]),
    ['p11pLZ 0080E1000009 in one of the lists', 'in neither'],
    ['p11pLZ 0080E1000009 出现在其中一个列表', '两个列表中都没有'],
  ],
  [
    'a type: the value is taken from the answer',
    answered([succeeded(own, 17), succeeded(own2)], [failed(foreign)]),
    ['type string', '17'],
    ['类型 string', '17'],
  ],
  [
    'a field that is not there',
    { ...answered([succeeded(own), succeeded(own2)], [failed(foreign)]), code: undefined },
    ['the field code', expect.stringMatching(/^none in \{"data":.*… \(\d+\)$/)],
    ['字段 code', expect.stringMatching(/^\{"data":.*… \(\d+\) 中没有$/)],
  ],
  ['another code', { code: 5032, msg: 'token' }, ['code 200', 'code 5032'], ['业务码 200', '业务码 5032']],
])('%s', (_name, body, [expected, received], [expectedZh, receivedZh]) => {
  expect(sidesIn(body, 'en')).toEqual({ expected, received });
  expect(sidesIn(body, 'zh')).toEqual({ expected: expectedZh, received: receivedZh });
});

test('a pointer that leads nowhere, and an answer that is not kept', () => {
  const finding: Finding = {
    ...{ rule: 'credential', severity: 'violation', at: '/data/successList/0/resetCredentials' },
    ...{ message: '', params: { kind: 'empty', pk: 'p', dk: 'D' } },
  };
  expect(sidesOf(finding, '{"data":null}', 'en').received).toBe('nothing');
  expect(sidesOf(finding, undefined, 'zh').received).toBe('没有');
});

test('a kind of another version is told by its message', () => {
  const finding: Finding = {
    ...{ rule: 'leak', severity: 'violation', at: '' },
    ...{ message: 'a leak of old', params: { kind: 'nosuch' } },
  };
  expect(sidesOf(finding, '', 'zh')).toEqual({ expected: '', received: 'a leak of old' });
});

test('every rule says what it asks for, and both sides take the same values in both languages', () => {
  const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const { demand, kinds } of checks) {
    expect(demand.en).toMatch(/\.$/);
    expect(demand.zh).toMatch(/。$/);
    for (const { expected, received } of Object.values(kinds)) {
      expect(marks(expected.zh)).toEqual(marks(expected.en));
      expect(marks(received.zh)).toEqual(marks(received.en));
    }
  }
});
