import { defineCheck } from './check.ts';

/** The body is valid UTF-8 without a byte order mark, and exactly one JSON value (RFC 8259). */
export const encoding = defineCheck({
  rule: 'encoding',
  title: { en: 'Encoding', zh: '编码' },
  kinds: {
    notUtf8: { severity: 'violation', en: 'the body is not valid UTF-8', zh: '应答体不是有效的 UTF-8' },
    byteOrderMark: {
      severity: 'violation',
      en: 'the body starts with a byte order mark',
      zh: '应答体以字节序标记（BOM）开头',
    },
    empty: { severity: 'violation', en: 'the body is empty', zh: '应答体为空' },
    cut: { severity: 'violation', en: 'the JSON of the body ends too early', zh: '应答体的 JSON 不完整' },
    trailing: {
      severity: 'violation',
      en: 'something follows the JSON value of the body',
      zh: '应答体的 JSON 之后还有内容',
    },
    notJson: { severity: 'violation', en: 'the body is not JSON', zh: '应答体不是 JSON' },
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
