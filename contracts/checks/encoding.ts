import { defineCheck } from './check.ts';

/** The body is valid UTF-8 without a byte order mark, and exactly one JSON value (RFC 8259). */
export const encoding = defineCheck({
  rule: 'encoding',
  title: { en: 'Encoding', zh: '编码' },
  demand: {
    en: 'The body is valid UTF-8 and exactly one JSON value.',
    zh: '应答体是有效的 UTF-8，且恰好是一个 JSON 值。',
  },
  kinds: {
    notUtf8: {
      severity: 'violation',
      en: 'the body is not valid UTF-8',
      zh: '应答体不是有效的 UTF-8',
      expected: { en: 'valid UTF-8', zh: '有效的 UTF-8' },
      received: { en: 'bytes that are none', zh: '不是 UTF-8 的字节' },
    },
    byteOrderMark: {
      severity: 'violation',
      en: 'the body starts with a byte order mark',
      zh: '应答体以字节序标记（BOM）开头',
      expected: { en: 'no byte order mark', zh: '没有字节序标记' },
      received: { en: 'a byte order mark at the start', zh: '开头有字节序标记' },
    },
    empty: {
      severity: 'violation',
      en: 'the body is empty',
      zh: '应答体为空',
      expected: { en: 'one JSON value', zh: '一个 JSON 值' },
      received: { en: 'nothing', zh: '空' },
    },
    cut: {
      severity: 'violation',
      en: 'the JSON of the body ends too early',
      zh: '应答体的 JSON 不完整',
      expected: { en: 'one whole JSON value', zh: '一个完整的 JSON 值' },
      received: { en: 'JSON that ends too early', zh: '不完整的 JSON' },
    },
    trailing: {
      severity: 'violation',
      en: 'something follows the JSON value of the body',
      zh: '应答体的 JSON 之后还有内容',
      expected: { en: 'one JSON value and nothing after it', zh: '一个 JSON 值，其后没有内容' },
      received: { en: 'something after it', zh: '其后还有内容' },
    },
    notJson: {
      severity: 'violation',
      en: 'the body is not JSON',
      zh: '应答体不是 JSON',
      expected: { en: 'one JSON value', zh: '一个 JSON 值' },
      received: { en: 'text that is not JSON', zh: '不是 JSON 的文本' },
    },
  },
  inspect({ isOperations, text, syntaxError }, report) {
    if (!isOperations) return;
    if (text === undefined) report('notUtf8');
    else if (text.startsWith('\uFEFF')) report('byteOrderMark');
    else if (text.trim() === '') report('empty');
    else if (syntaxError !== undefined) report(kindOf(syntaxError));
  },
});

/** Told apart by the parser's words, which are not shown: they quote the body, and it may hold credentials. */
function kindOf(syntaxError: string): 'cut' | 'trailing' | 'notJson' {
  if (/end of JSON|Unterminated/.test(syntaxError)) return 'cut';
  return /after JSON/.test(syntaxError) ? 'trailing' : 'notJson';
}
