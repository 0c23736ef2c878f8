import { defineCheck } from './check.ts';

/** The body is JSON in UTF-8, and the answer says so. */
export const mediaType = defineCheck({
  rule: 'media-type',
  title: { en: 'Media type', zh: '媒体类型' },
  demand: { en: 'The answer says that it is JSON in UTF-8.', zh: '应答声明自己是 UTF-8 编码的 JSON。' },
  kinds: {
    missing: {
      severity: 'violation',
      en: 'no Content-Type',
      zh: '缺少 Content-Type',
      expected: { en: 'Content-Type: application/json', zh: 'Content-Type: application/json' },
      received: { en: 'no Content-Type', zh: '没有 Content-Type' },
    },
    notJson: {
      severity: 'violation',
      en: 'Content-Type {value} instead of application/json',
      zh: 'Content-Type 为 {value}，应为 application/json',
      expected: { en: 'Content-Type: application/json', zh: 'Content-Type: application/json' },
      received: { en: 'Content-Type: {value}', zh: 'Content-Type: {value}' },
    },
    charset: {
      severity: 'violation',
      en: 'charset {value} instead of utf-8',
      zh: '字符集为 {value}，应为 utf-8',
      expected: { en: 'charset=utf-8', zh: 'charset=utf-8' },
      received: { en: 'charset={value}', zh: 'charset={value}' },
    },
  },
  inspect({ answer, isOperations }, report) {
    if (!isOperations) return;
    const value = answer.headers['content-type'];
    if (!value) return report('missing');
    const [type = '', ...parameters] = value.split(';').map((part) => part.trim().toLowerCase());
    if (type !== 'application/json') return report('notJson', '', { value });
    const charset = parameters.find((parameter) => parameter.startsWith('charset='));
    const name = charset?.slice('charset='.length).replaceAll('"', '');
    if (name !== undefined && name !== 'utf-8' && name !== 'utf8') report('charset', '', { value: name });
  },
});
