import type { Text } from '../../contracts/text.ts';

/** What the measured part of the capacity page says. */
export const capacityPageTexts = {
  theNumbers: { en: 'The numbers', zh: '数据表' },
} as const satisfies Record<string, Text>;
