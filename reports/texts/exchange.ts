import type { Text } from '../../contracts/text.ts';

/** What is told of an exchange. */
export const exchangeTexts = {
  exchange: { en: 'Exchange {id}', zh: '交换 {id}' },
  seedIndex: { en: 'seed {seed}, index {index}', zh: '种子 {seed}，序号 {index}' },
  curl: { en: 'Repeat it', zh: '重放' },
  requestBody: { en: 'Request body', zh: '请求体' },
  answerBody: { en: 'Answer body', zh: '应答体' },
  noAnswer: { en: 'no answer', zh: '无应答' },
  empty: { en: 'empty', zh: '空' },
  linesLeft: { en: '{count} more lines, in record.json', zh: '其余 {count} 行见 record.json' },
  curlLeftOut: {
    en: 'The curl command has {count} characters; it stands in record.json, exchange {id}.',
    zh: 'curl 命令有 {count} 个字符，见 record.json 中的交换 {id}。',
  },
  expectedSide: { en: 'Expected', zh: '预期' },
  receivedSide: { en: 'Received', zh: '实际' },
  shortened: {
    en: '… {count} more characters, all of them in record.json',
    zh: '……其余 {count} 个字符见 record.json',
  },
} as const satisfies Record<string, Text>;
