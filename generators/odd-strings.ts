import type { Text } from '../contracts/text.ts';
import { hostileStrings } from './hostile-strings.ts';

/** Strings that no product or device has for a key, though any string may stand there. */
export interface OddStrings {
  readonly name: string;
  readonly text: Text;
  readonly values: readonly string[];
}

const codePoints = (...points: readonly number[]) => points.map((point) => String.fromCodePoint(point));
const controls = codePoints(...Array.from({ length: 32 }, (_, i) => i));
/** A character of each plane that is none of its noncharacters. */
const planes = codePoints(...Array.from({ length: 17 }, (_, plane) => plane * 0x10000 + 0x0f1f));

const unusual: readonly OddStrings[] = [
  { name: 'empty', text: { en: 'empty string', zh: '空字符串' }, values: [''] },
  {
    name: 'blank',
    text: { en: 'spaces, tabs and line breaks', zh: '空格、制表符与换行' },
    values: [' ', '   ', '\t', '\n', '\r\n', '\u00a0', '\u3000'],
  },
  {
    name: 'padded',
    text: { en: 'spaces around a key', zh: '首尾带空格的键' },
    values: [' zzzzzz', 'zzzzzz ', '\tzzzzzz\n'],
  },
  {
    name: 'controls',
    text: { en: 'control characters', zh: '控制字符' },
    values: [...controls, '\u007f', '\u0085'],
  },
  {
    name: 'nul-inside',
    text: { en: 'NUL inside a key', zh: '键中含 NUL' },
    values: ['zzz\0zzz', '\0zzzzzz', 'zzzzzz\0.json'],
  },
  { name: 'planes', text: { en: 'every plane of Unicode', zh: 'Unicode 的每个平面' }, values: planes },
  {
    name: 'noncharacters',
    text: { en: 'noncharacters of Unicode', zh: 'Unicode 非字符' },
    values: codePoints(0xfdd0, 0xfffe, 0xffff, 0x1fffe, 0x10ffff),
  },
  {
    name: 'normal-forms',
    text: { en: 'one text in two normal forms', zh: '同一文本的两种规范形式' },
    values: ['caf\u00e9', 'cafe\u0301', '\u212b', '\u00c5', '\ufb01', 'fi'],
  },
  {
    name: 'case-folding',
    text: { en: 'letters whose case is hard', zh: '大小写转换特殊的字母' },
    values: ['I\u0130\u0131i', '\u00df', '\u1e9e', '\u03c3\u03c2', '\u01c5'],
  },
  {
    name: 'invisible',
    text: { en: 'invisible and direction characters', zh: '不可见字符与方向控制符' },
    values: ['zz\u200bzz', 'zz\u202ezz', '\ufeffzzzz', 'zz\u2028zz', 'zz\u00adzz', 'zz\u{e0041}zz'],
  },
  {
    name: 'emoji',
    text: { en: 'emoji made of several characters', zh: '由多个字符组成的表情' },
    values: ['👩‍👩‍👧‍👦', '🇨🇳', '1️⃣', '👍🏽'],
  },
  {
    name: 'wide-digits',
    text: { en: 'digits of other scripts', zh: '其他文字的数字' },
    values: ['１２３４５６', '٠١٢٣٤٥', '〇一二三', '①②③'],
  },
  { name: 'chinese', text: { en: 'Chinese', zh: '中文' }, values: ['设备', '裝置', '𠮷野家'] },
  {
    name: 'words-of-json',
    text: { en: 'words that mean something to a parser', zh: '对解析器有特殊含义的单词' },
    values: ['null', 'undefined', 'true', 'NaN', 'Infinity', 'None', 'nil', '[]', '{}', '[object Object]'],
  },
  {
    name: 'numbers',
    text: { en: 'strings that look like numbers', zh: '形似数字的字符串' },
    values: ['0', '00', '-0', '-1', '1e5', '0x1F', '1.0', '١', '9007199254740993', '1e999'],
  },
  {
    name: 'quotes',
    text: { en: 'quotes and backslashes', zh: '引号与反斜杠' },
    values: ['"', "'", '\\', '\\"', '\\\\', '\\u0000', '`', '","dk":"'],
  },
  {
    name: 'object-members',
    text: { en: 'names of built-in members', zh: '内建成员的名字' },
    values: ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'class'],
  },
  {
    name: 'long',
    text: { en: '256 and 70,000 characters', zh: '256 与 70,000 个字符' },
    values: ['z'.repeat(256), '键'.repeat(70_000)],
  },
];

/** All of them: what only looks odd, and what is meant to do harm. */
export const oddStrings: readonly OddStrings[] = [...unusual, ...hostileStrings];
