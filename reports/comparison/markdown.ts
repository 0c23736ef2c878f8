import type { Lang } from '../../contracts/text.ts';
import { localeOf } from '../locale.ts';
import { escapeMarkdown, table } from '../markdown-text.ts';
import type { Comparison } from './compare.ts';
import { headlineOfComparison } from './headline.ts';
import { type ComparisonPart, partsOfComparison } from './parts.ts';

/** A merge request holds so much; the page has all. */
const maxRows = 60;

function blocksOf({ title, notes, tables }: ComparisonPart): string[] {
  return [
    `## ${title}`,
    ...tables.flatMap(({ caption, table: { heads, rows } }) => [
      ...(caption === title ? [] : [`### ${caption}`]),
      table(
        heads.map((head) => [head, 'left']),
        rows.slice(0, maxRows),
      ),
      ...(rows.length > maxRows ? [`… ${rows.length - maxRows}`] : []),
    ]),
    ...notes.map(escapeMarkdown),
  ];
}

/** A comparison in Markdown, for a summary or a comment. */
export function renderComparisonMarkdown(
  comparison: Comparison,
  failed: readonly string[],
  lang: Lang,
): string {
  const locale = localeOf(lang);
  const { title, details } = headlineOfComparison(comparison, locale, failed);
  const reservations = comparison.reservations.map((text) => `- ${escapeMarkdown(text[lang])}`);
  const blocks = [
    `# ${failed.length > 0 ? '✗ ' : ''}${escapeMarkdown(title)}`,
    details.map((detail) => `- ${escapeMarkdown(detail)}`).join('\n'),
    ...(reservations.length > 0 ? [`**${locale.say('comparedAnyway')}**`, reservations.join('\n')] : []),
    ...partsOfComparison(comparison, locale).flatMap(blocksOf),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
