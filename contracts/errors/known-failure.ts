import { type ErrorEntry, part } from './entry.ts';

/** Errors of the file of known failures. */
export const knownFailureErrors = {
  KNOWN_FAILURES_UNREADABLE: {
    exit: 'usage',
    message: {
      en: 'The known failures {file} cannot be read: {reason}',
      zh: '无法读取已知失败文件 {file}：{reason}',
    },
    remedy: {
      en: 'Point PKDK_KNOWN_FAILURES at a YAML or JSON file; in YAML, a case with ": " in it needs quotes.',
      zh: '请让 PKDK_KNOWN_FAILURES 指向一个 YAML 或 JSON 文件；在 YAML 中，含“: ”的用例名需加引号。',
    },
  },
  KNOWN_FAILURES: {
    exit: 'usage',
    message: {
      en: 'The known failures {file} have {count} problems:',
      zh: '已知失败文件 {file} 有 {count} 处问题：',
    },
    remedy: {
      en: 'README.md shows a file; suites/known-failures.schema.json lets an editor check it.',
      zh: '示例见 README.zh-CN.md；编辑器可用 suites/known-failures.schema.json 校验。',
    },
  },
  KNOWN_FAILURE_VALUE: {
    ...part,
    message: { en: '{place} is {value}', zh: '{place}：值为 {value}' },
    remedy: { en: 'It must be {expected}.', zh: '应为{expected}。' },
  },
  KNOWN_FAILURE_MISSING: {
    ...part,
    message: { en: '{place} has no {field}', zh: '{place}：缺少 {field}' },
    remedy: { en: 'It must be {expected}.', zh: '应为{expected}。' },
  },
  KNOWN_FAILURE_FIELD: {
    ...part,
    message: { en: '{place} has a field "{field}"', zh: '{place}：有字段“{field}”' },
    remedy: {
      en: 'Rename or remove it: there are case, rules, owner, until and reason.',
      zh: '请改名或删除：可用字段为 case、rules、owner、until、reason。',
    },
  },
  KNOWN_FAILURE_CASE: {
    ...part,
    message: { en: '{place}: there is no case "{value}"', zh: '{place}：不存在用例“{value}”' },
    remedy: { en: '{hint}', zh: '{hint}' },
  },
  KNOWN_FAILURE_REPEATED: {
    ...part,
    message: {
      en: '{place}: "{value}" is in entry {first} already',
      zh: '{place}：“{value}”已出现在第 {first} 条',
    },
    remedy: { en: 'Keep one of them.', zh: '请只保留一处。' },
  },
} as const satisfies Record<string, ErrorEntry>;
