import { describe, expect, test } from 'vitest';
import { batchAnswer, errorAnswer, readDevices } from './answer.ts';
import { createInventory } from './inventory.ts';
import { account, foreign, own, unknown } from './sample.ts';

const inventory = createInventory(account);
const [ownDevice = unknown] = own;
const [foreignDevice = unknown] = foreign;

describe('readDevices', () => {
  test.each([
    ['devices', '[{"pk":"p11pLZ","dk":"0080E1000001"}]', [{ pk: 'p11pLZ', dk: '0080E1000001' }]],
    ['no devices', ' [] ', []],
    ['more fields than asked for', '[{"pk":"p","dk":"d","x":1}]', [{ pk: 'p', dk: 'd', x: 1 }]],
    ['nothing', '', undefined],
    ['an object', '{"pk":"p","dk":"d"}', undefined],
    ['null', 'null', undefined],
    ['a list of null', '[null]', undefined],
    ['a list of lists', '[["p","d"]]', undefined],
    ['no pk', '[{"dk":"d"}]', undefined],
    ['an empty dk', '[{"pk":"p","dk":""}]', undefined],
    ['a dk that is a number', '[{"pk":"p","dk":869339060000017}]', undefined],
    ['one bad device among good ones', '[{"pk":"p","dk":"d"},{"pk":"p"}]', undefined],
    ['JSON cut short', '[{"pk":"p","dk":"d"}', undefined],
    ['two JSON values', '[][]', undefined],
    ['a byte order mark', '\uFEFF[]', undefined],
    ['deep nesting', '['.repeat(100_000), undefined],
    ['deep nesting that ends', '['.repeat(1_000_000) + ']'.repeat(1_000_000), undefined],
    [
      'deep nesting beside a device',
      `[{"pk":"p","dk":"d"},${'['.repeat(100_000)}${']'.repeat(100_000)}]`,
      undefined,
    ],
  ])('%s', (_name, body, devices) => {
    expect(readDevices(Buffer.from(body))).toEqual(devices);
  });

  test('bytes that are not UTF-8', () => {
    expect(readDevices(Buffer.from('[{"pk":"p","dk":"\xE9"}]', 'latin1'))).toBeUndefined();
  });
});

describe('batchAnswer', () => {
  test('own devices succeed, all others fail, every occurrence counts', () => {
    const devices = [ownDevice, foreignDevice, unknown, ownDevice];
    const resetCredentials = inventory.credential(ownDevice);
    expect(batchAnswer(devices, inventory, 'en')).toEqual({
      code: 200,
      data: {
        successList: [
          { ...ownDevice, resetCredentials },
          { ...ownDevice, resetCredentials },
        ],
        failedList: [
          { ...foreignDevice, msg: 'The device is not bound' },
          { ...unknown, msg: 'The device is not bound' },
        ],
      },
      extMsg: null,
      msg: '',
    });
  });

  test('an empty batch has two empty lists', () => {
    expect(batchAnswer([], inventory, 'zh').data).toEqual({ failedList: [], successList: [] });
  });
});

test('an error speaks the language asked for and has no data', () => {
  expect(errorAnswer(5032, 'zh')).toEqual({ code: 5032, data: null, extMsg: null, msg: 'token 验证失败' });
  expect(errorAnswer(5106, 'en')).toEqual({
    code: 5106,
    data: null,
    extMsg: null,
    msg: 'Please give a token',
  });
});
