import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ToolkitError } from '../contracts/errors.ts';
import { parseDevices, readDeviceFile } from './device-file.ts';
import { makeDevices } from './devices.ts';

const two = [
  { pk: 'p11pLZ', dk: '001' },
  { pk: 'P11plz', dk: 'a,b "c"' },
];

function refused(act: () => unknown): ToolkitError {
  try {
    act();
  } catch (error) {
    if (error instanceof ToolkitError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The problems of a file as shown, without the parser's own words: those change with its version. */
const problems = (text: string) =>
  refused(() => parseDevices(text, 'devices')).parts.map(({ message }) =>
    message.replace(/(not \w+): .+/s, '$1: …'),
  );

describe('parseDevices', () => {
  it.each([
    ['CSV', 'pk,dk\np11pLZ,001\nP11plz,"a,b ""c"""\n'],
    ['CSV without a last line end', 'pk,dk\np11pLZ,001\nP11plz,"a,b ""c"""'],
    ['CSV of Windows with a byte order mark', '\uFEFFpk,dk\r\np11pLZ,001\r\nP11plz,"a,b ""c"""\r\n'],
    ['CSV with mixed line ends', 'pk,dk\r\np11pLZ,001\nP11plz,"a,b ""c"""\r\n'],
    [
      'CSV with other columns in another order',
      'note,dk,"pk"\n"new\nline",001,p11pLZ\n,"a,b ""c""",P11plz\n',
    ],
    ['CSV with spaces and blank lines', '\npk, dk\n\n  p11pLZ , "001"\nP11plz,"a,b ""c"""\n  \n\n'],
    ['a JSON array', JSON.stringify(two)],
    ['a JSON array over many lines', `\uFEFF\n ${JSON.stringify(two, null, 2).replaceAll('\n', '\r\n')}\n`],
    ['JSON with other keys', JSON.stringify(two.map((device) => ({ list: [{ a: [1, 2] }], ...device })))],
    ['NDJSON', `${two.map((device) => JSON.stringify(device)).join('\n')}\n`],
    ['NDJSON with blank lines', `\n${two.map((device) => JSON.stringify(device)).join('\r\n\r\n')}\n`],
  ])('reads %s', (_, text) => {
    expect(parseDevices(text, 'devices')).toEqual(two);
  });

  it('reads 10,000 devices in every format', () => {
    const devices = makeDevices(10_000, 1);
    const csv = `pk,dk\n${devices.map(({ pk, dk }) => `${pk},${dk}`).join('\n')}`;
    for (const text of [
      csv,
      JSON.stringify(devices),
      devices.map((device) => JSON.stringify(device)).join('\n'),
    ]) {
      expect(parseDevices(text, 'devices')).toEqual(devices);
    }
  });

  it.each([
    [
      'CSV without header',
      'p11pLZ,D001\n',
      ['line 1: the header is "p11pLZ,D001", must name pk and dk, each once'],
    ],
    ['CSV of nothing', '', ['line 1: the header is "", must name pk and dk, each once']],
    [
      'CSV with semicolons',
      'pk;dk\na;b\n',
      ['line 1: the header is "pk;dk", must name pk and dk, each once'],
    ],
    ['a column twice', '\npk,dk,pk\n', ['line 2: the header is "pk,dk,pk", must name pk and dk, each once']],
    [
      'empty keys',
      'pk,dk\n,D001\np11pLZ,\n," "\n',
      [
        'line 2: pk is missing or empty',
        'line 3: dk is missing or empty',
        'line 4: pk is missing or empty',
        'line 4: dk is missing or empty',
      ],
    ],
    [
      'too few or too many cells',
      'pk,dk\na\nb,1,2\nc,3\n',
      [
        'line 2: the number of cells is 1, must be 2 as in the header',
        'line 3: the number of cells is 3, must be 2 as in the header',
      ],
    ],
    ['a broken header', '"pk"x,dk\na,1\n', ['line 1: not CSV: …']],
    ['a quote inside', 'pk,dk\na,x"y\nb,1\n,2\n', ['line 2: not CSV: …', 'line 4: pk is missing or empty']],
    ['a quote left open', 'pk,dk\na,1\nb,"2\nc,3\n', ['line 3: not CSV: …']],
    [
      'what a spreadsheet saves',
      'pk,dk\na,8.61234E+14\n',
      ['line 2: dk is 8.61234E+14: a spreadsheet has rounded it'],
    ],
    [
      'CSV duplicates',
      'pk,dk\na,1\nb,1\na,1\na,1\n',
      ['line 4: pk a, dk 1 repeats line 2', 'line 5: pk a, dk 1 repeats line 2'],
    ],
    [
      'JSON duplicates',
      '[\n{"pk":"a","dk":"1"},\n\n{"dk":"1",\n"pk":"a"}]',
      ['line 4: pk a, dk 1 repeats line 2'],
    ],
    [
      'other types',
      '[{"pk":"a","dk":12},\n{"pk":true,"dk":{"x":1}}]',
      [
        'line 1: dk is 12 without quotes, must be a string (as a number, leading zeros would be lost)',
        'line 2: pk is true without quotes, must be a string (as a number, leading zeros would be lost)',
        'line 2: dk is {"x":1} without quotes, must be a string (as a number, leading zeros would be lost)',
      ],
    ],
    [
      'missing keys',
      '[\n  {"pk":"a"},\n  {"pk":null,"dk":"1"},\n  {"pk":"b", "dk":"  "}\n]',
      ['line 2: dk is missing or empty', 'line 3: pk is missing or empty', 'line 4: dk is missing or empty'],
    ],
    [
      'what is no object',
      '[\n"a",\nnull, 3,\n["pk","dk"]]',
      [
        'line 2: "a" is not an object with pk and dk',
        'line 3: null is not an object with pk and dk',
        'line 3: 3 is not an object with pk and dk',
        'line 4: ["pk","dk"] is not an object with pk and dk',
      ],
    ],
    [
      'a broken item, and what else is wrong',
      '[\n{"pk":"a","dk":"1"},\n{"pk":"b,\n"dk":"2"},\n{"pk":"c","dk":""}\n]',
      ['line 3: not JSON: …', 'line 5: dk is missing or empty'],
    ],
    ['a comma missing', '[\n{"pk":"a","dk":"1"}\n{"pk":"b","dk":"2"}\n]', ['line 2: not JSON: …']],
    ['a comma too many', '[\n{"pk":"a","dk":"1"},\n{"pk":"b","dk":"2"},\n]', ['line 4: not JSON: …']],
    ['an array left open', '[\n{"pk":"a","dk":"1"},\n{"pk":"b","dk":"2"}\n', ['line 3: not JSON: …']],
    ['an object left open', '[\n{"pk":"a","dk":"1"},\n{"pk":"b","dk":"2"\n', ['line 3: not JSON: …']],
    ['text after the array', '[{"pk":"a","dk":"1"}]\n]', ['line 2: not JSON: …']],
    [
      'broken NDJSON',
      '{"pk":"a","dk":"1"}\n{"pk":"b",}\n\n{"pk":"c","dk":"3"},\n[]\n',
      ['line 2: not JSON: …', 'line 4: not JSON: …', 'line 5: [] is not an object with pk and dk'],
    ],
  ])('refuses %s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('shows twenty problems and counts the rest', () => {
    const error = refused(() => parseDevices(`pk,dk\n${'a,\n'.repeat(23)}`, 'my.csv'));
    expect([error.code, error.params]).toEqual(['DEVICE_FILE', { file: 'my.csv', count: 23 }]);
    expect(error.parts).toHaveLength(21);
    expect(error.parts.at(-1)?.message).toBe('and 3 more');
  });

  it('says it in both languages', () => {
    const error = refused(() => parseDevices('[{"pk":"a","dk":12}]', 'my.json'));
    expect(error.explain('zh')).toMatchInlineSnapshot(`
      "设备文件 my.json 有 1 处问题：
        - 第 1 行：dk 是不带引号的 12，应为字符串（写成数字会丢失前导零）
      文件应为带表头 pk,dk 的 CSV、{"pk","dk"} 的 JSON 数组，或每行一个这样的对象。"
    `);
  });

  it('shortens what is too long for a message', () => {
    const [problem] = refused(() => parseDevices(JSON.stringify([two, two]), 'my.json')).parts;
    expect(problem?.message.length).toBeLessThan(150);
  });

  it.each(['pk,dk\n', '[]', '[ \n ]'])('refuses a file of no devices: %j', (text) => {
    expect(refused(() => parseDevices(text, 'devices', 'foreign')).code).toBe('POOL_EMPTY');
  });
});

describe('readDeviceFile', () => {
  it('says why a file cannot be read', () => {
    const error = refused(() => readDeviceFile('/no/such/file.csv'));
    expect(error.code).toBe('DEVICE_FILE_MISSING');
    expect(error.message).toContain('ENOENT');
  });

  it('reads a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'devices-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'devices.txt');
    writeFileSync(path, '\uFEFFdk,pk\r\n001,p11pLZ\r\n');
    expect(readDeviceFile(path)).toEqual([{ pk: 'p11pLZ', dk: '001' }]);
  });
});
