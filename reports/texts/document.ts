import type { Text } from '../../contracts/text.ts';

/** What every page says around its contents. */
export const documentTexts = {
  language: { en: 'Language', zh: '语言' },
  contents: { en: 'Contents', zh: '目录' },
} as const satisfies Record<string, Text>;
