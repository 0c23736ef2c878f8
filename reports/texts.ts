import type { Lang, Text } from '../contracts/text.ts';
import { capacityPageTexts } from './texts/capacity-page.ts';
import { comparisonTexts } from './texts/comparison.ts';
import { contractTexts } from './texts/contract.ts';
import { documentTexts } from './texts/document.ts';
import { exchangeTexts } from './texts/exchange.ts';
import { faultsTexts } from './texts/faults.ts';
import { formatsTexts } from './texts/formats.ts';
import { historyTexts } from './texts/history.ts';
import { loadTexts } from './texts/load.ts';
import { planningTexts } from './texts/planning.ts';
import { runTexts } from './texts/run.ts';
import { sharedTexts } from './texts/shared.ts';
import { verdictTexts } from './texts/verdict.ts';
import { whatIfTexts } from './texts/what-if.ts';

/** The value of the `lang` attribute, and the locale of numbers and dates. */
export const languageTags: Readonly<Record<Lang, string>> = { en: 'en', zh: 'zh-CN' };

/** What a language is called by those who read it. */
export const languageNames: Readonly<Record<Lang, string>> = { en: 'English', zh: '中文' };

/** Everything that a report says by itself. */
export const texts = {
  ...sharedTexts,
  ...documentTexts,
  ...verdictTexts,
  ...contractTexts,
  ...exchangeTexts,
  ...loadTexts,
  ...capacityPageTexts,
  ...comparisonTexts,
  ...faultsTexts,
  ...formatsTexts,
  ...planningTexts,
  ...whatIfTexts,
  ...runTexts,
  ...historyTexts,
} as const satisfies Record<string, Text>;

export type TextKey = keyof typeof texts;
