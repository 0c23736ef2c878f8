import { deviceKeys, pairs } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

const isDigits = (key: string) => /^\d+$/.test(key);

function otherCase(key: string): string {
  return key === key.toUpperCase() ? key.toLowerCase() : key.toUpperCase();
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Where full-width forms of the printable ASCII characters begin. */
const fullWidthOffset = 0xfee0;

function fullWidth(key: string): string {
  return key.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + fullWidthOffset));
}

function percentDecoded(key: string): string {
  return key.replace(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Keys that come back as something else. */
export const alteredPairs: readonly Fault[] = [
  {
    name: 'change-case',
    rule: 'batch-law',
    text: { en: 'Device keys come back in the other case', zh: 'dk 的大小写被改变' },
    answer: deviceKeys(otherCase),
  },
  {
    name: 'change-case-of-pk',
    rule: 'batch-law',
    text: { en: 'Product keys come back in lower case', zh: 'pk 变为小写' },
    answer: pairs(({ pk }) => ({ pk: pk.toLowerCase() })),
  },
  {
    name: 'pad-keys',
    rule: 'batch-law',
    text: { en: 'Device keys are padded with spaces to 16 characters', zh: 'dk 以空格补足 16 位' },
    answer: deviceKeys((dk) => dk.padEnd(16)),
  },
  {
    name: 'trim-keys',
    rule: 'batch-law',
    text: { en: 'Device keys lose the spaces around them', zh: 'dk 首尾空格被去除' },
    answer: deviceKeys((dk) => dk.trim()),
  },
  {
    name: 'strip-leading-zeros',
    rule: 'batch-law',
    text: { en: 'Device keys lose their leading zeros', zh: 'dk 的前导零丢失' },
    answer: deviceKeys((dk) => dk.replace(/^0+/, '')),
  },
  {
    name: 'add-leading-zeros',
    rule: 'batch-law',
    text: { en: 'Short device keys of digits get leading zeros', zh: '较短的纯数字 dk 被补前导零' },
    answer: deviceKeys((dk) => (isDigits(dk) ? dk.padStart(16, '0') : dk)),
  },
  {
    name: 'truncate-keys',
    rule: 'batch-law',
    text: { en: 'Device keys are cut to 10 characters', zh: 'dk 被截断为 10 个字符' },
    answer: deviceKeys((dk) => dk.slice(0, 10)),
  },
  {
    name: 'exchange-pk-and-dk',
    rule: 'batch-law',
    text: { en: 'pk and dk are exchanged', zh: 'pk 与 dk 互换' },
    answer: pairs(({ pk, dk }) => ({ pk: dk, dk: pk })),
  },
  {
    name: 'dk-with-exponent',
    rule: 'batch-law',
    text: { en: 'A device key of digits is written with an exponent', zh: '纯数字的 dk 变为科学计数法' },
    answer: deviceKeys((dk) => (isDigits(dk) ? Number(dk).toExponential() : dk)),
  },
  {
    name: 'round-keys',
    rule: 'batch-law',
    text: { en: 'A device key of digits is rounded like a float', zh: '纯数字的 dk 按浮点数舍入' },
    answer: deviceKeys((dk) => (isDigits(dk) ? String(Math.fround(Number(dk))) : dk)),
  },
  {
    name: 'full-width-keys',
    rule: 'batch-law',
    text: { en: 'Device keys come back in full-width characters', zh: 'dk 变为全角字符' },
    answer: deviceKeys(fullWidth),
  },
  {
    name: 'normalize-keys',
    rule: 'batch-law',
    text: { en: 'Keys are normalized (Unicode NFKC)', zh: '键值被 Unicode 规范化（NFKC）' },
    answer: deviceKeys((dk) => dk.normalize('NFKC')),
  },
  {
    name: 'escape-html',
    rule: 'batch-law',
    text: { en: 'Keys are escaped for HTML', zh: '键值被 HTML 转义' },
    answer: deviceKeys((dk) => dk.replace(/[<>&"]/g, (character) => entities[character] ?? character)),
  },
  {
    name: 'decode-percent',
    rule: 'batch-law',
    text: { en: 'Keys are decoded as if they came from a URL', zh: '键值被当作 URL 编码解码' },
    answer: deviceKeys(percentDecoded),
  },
  {
    name: 'dk-as-number',
    rule: 'envelope',
    text: { en: 'A device key of digits is a number', zh: '纯数字的 dk 返回为数值' },
    answer: deviceKeys((dk) => (isDigits(dk) ? Number(dk) : dk)),
  },
  {
    name: 'null-pk',
    rule: 'envelope',
    text: { en: 'Product keys are null', zh: 'pk 为 null' },
    answer: pairs(() => ({ pk: null })),
  },
  {
    name: 'no-dk',
    rule: 'envelope',
    text: { en: 'Device keys are left out', zh: '缺少 dk' },
    answer: pairs(() => ({ dk: undefined })),
  },
];
