import type { Text } from '../../contracts/text.ts';

/** What only the formats for machines say. */
export const formatsTexts = {
  restOnPage: {
    en: 'The rest does not fit here: it is in index.html and record.json.',
    zh: '其余内容此处放不下，见 index.html 与 record.json。',
  },
  knownFailure: { en: 'Known failure: {entry}', zh: '已知失败：{entry}' },
} as const satisfies Record<string, Text>;
