import type { Text } from '../../contracts/text.ts';

/** How texts are put together. */
export const sharedTexts = {
  listSeparator: { en: ', ', zh: '、' },
  labelled: { en: '{label}: {value}', zh: '{label}：{value}' },
} as const satisfies Record<string, Text>;
