import { expect, test } from 'vitest';
import { describeFact, describeValue, factTexts, groupTexts, valueTexts } from './observation-texts.ts';

const texts = { 'bad-input.no-dk': { en: 'no dk', zh: '缺少 dk' } };

test.each([
  ['duplicates', 'Device repeated in one request', '同一请求中的重复设备'],
  ['bad-input.no-dk', 'Body that is no batch: no dk', '不是批次的请求体：缺少 dk'],
  ['bad-input.new-one', 'Body that is no batch: new-one', '不是批次的请求体：new-one'],
  ['toString', 'toString', 'toString'],
  ['future.fact', 'future.fact', 'future.fact'],
])('%s is named', (name, en, zh) => {
  expect(describeFact(name, texts, 'en')).toBe(en);
  expect(describeFact(name, texts, 'zh')).toBe(zh);
});

test.each([
  ['once', 'answered once', '只应答一次'],
  ['code 50005', 'code 50005', '业务码 50005'],
  ['HTTP 400', 'HTTP 400', 'HTTP 400'],
  ['at least 500', 'at least 500', '至少 500'],
  [100, '100', '100'],
  ['once | mixed', 'answered once | differs between devices', '只应答一次 | 因设备而异'],
  ['answered, code 50005', 'answered, code 50005', '正常应答、业务码 50005'],
  ['constructor', 'constructor', 'constructor'],
])('%s is told', (value, en, zh) => {
  expect(describeValue(value, 'en')).toBe(en);
  expect(describeValue(value, 'zh')).toBe(zh);
});

test('every text is Chinese, too', () => {
  for (const { en, zh } of Object.values({ ...factTexts, ...groupTexts, ...valueTexts })) {
    expect(en).not.toBe('');
    expect(zh).toMatch(/\p{Script=Han}/u);
  }
});
