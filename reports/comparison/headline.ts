import type { Locale } from '../locale.ts';
import type { Comparison } from './compare.ts';
import { slowdownOf, type Word } from './figure.ts';
import { sayChange } from './words.ts';

/** More changes than this are for the table. */
const maxDetails = 3;

/** What a comparison comes to, in words. */
export interface ComparisonHeadline {
  readonly title: string;
  readonly details: readonly string[];
}

function changedAtAll({ contract }: Comparison): boolean {
  if (!contract) return false;
  const { cases, newFindings, goneFindings, observations, coverage } = contract;
  const all = [cases, newFindings, goneFindings, observations, coverage.lost, coverage.gained];
  return all.some(({ length }) => length > 0);
}

/** The sentence of a comparison, what it rests on most, and by which conditions it failed. */
export function headlineOfComparison(
  comparison: Comparison,
  locale: Locale,
  failed: readonly string[] = [],
): ComparisonHeadline {
  const { figures, contract } = comparison;
  const { say, number } = locale;
  const failures = failed.length > 0 ? [say('failedByDetail', { conditions: failed.join(',') })] : [];
  const behaviour = say(changedAtAll(comparison) ? 'contractChangedTitle' : 'contractSameTitle');
  if (!figures) return { title: behaviour, details: failures };
  const count = (word: Word) => figures.filter((figure) => figure.word === word).length;
  const [slower, faster, unclear] = [count('slower'), count('faster'), count('cantTell')];
  const pure = slower > 0 ? 'slowerTitle' : faster > 0 ? 'fasterTitle' : 'cantTellTitle';
  const params = { slower: number(slower), faster: number(faster), all: number(figures.length) };
  const shown = figures
    .filter(({ word }) => word !== 'cantTell')
    .toSorted((a, b) => slowdownOf(b).least - slowdownOf(a).least);
  return {
    title: say(slower > 0 && faster > 0 ? 'mixedTitle' : pure, params),
    details: [
      ...failures,
      ...shown.slice(0, maxDetails).map((figure) => sayChange(figure, locale)),
      ...(unclear > 0 ? [say('cantTellDetail', { count: number(unclear) })] : []),
      ...(contract ? [behaviour] : []),
    ],
  };
}
