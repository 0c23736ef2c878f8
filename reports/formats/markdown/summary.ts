import type { FaultsRecord } from '../../../contracts/record.ts';
import type { Lang } from '../../../contracts/text.ts';
import { comparisonIn } from '../../comparison/compare.ts';
import { renderComparisonMarkdown } from '../../comparison/markdown.ts';
import { contractBlocks } from '../../contract-page/markdown.ts';
import { headlineOf } from '../../headline.ts';
import { type Locale, localeOf } from '../../locale.ts';
import { escapeMarkdown, fenced, limited, table } from '../../markdown-text.ts';
import { loadsOf, type Records, verdictMarks } from '../../model.ts';
import { commandsOf, runRows } from '../../run-rows.ts';
import { loadBlocks } from './load-blocks.ts';

/** What GitHub takes as the summary of one step; several runs may share it. */
const maxBytes = 2 ** 20 / 2;

function faultsBlocks({ rows }: FaultsRecord, { say, number, lang }: Locale): string[] {
  const heads = [
    [say('fault'), 'left'],
    [say('verdict'), 'left'],
    [say('rule'), 'left'],
    [say('cases'), 'right'],
    [say('requests'), 'right'],
  ] as const;
  const cells = rows.map(({ name, text, verdict, rule = '', by, requests }) => [
    `${name}: ${text[lang]}`,
    say(verdict),
    rule,
    number(by.length),
    number(requests),
  ]);
  return [`## ${say('faults')}`, table(heads, cells)];
}

/** The decision and what it rests on as Markdown, for the summary of a CI step. */
export function renderSummary(records: Records, lang: Lang): string {
  const comparison = records.load && comparisonIn(records.load);
  if (comparison) return renderComparisonMarkdown(comparison, [], lang);
  const locale = localeOf(lang);
  const { say } = locale;
  const { verdict, title, capacity, details } = headlineOf(records, locale);
  const facts = runRows(records, locale).map(({ label, values }) => {
    const value = escapeMarkdown([...new Set(values)].filter(Boolean).join(' · '));
    return `- ${say('labelled', { label, value })}`;
  });
  const blocks = [
    `# ${verdictMarks[verdict]} ${title}`,
    ...(capacity === undefined ? [] : [`**${capacity}**`]),
    ...(details.length > 0 ? [details.map((detail) => `- ${escapeMarkdown(detail)}`).join('\n')] : []),
    ...(records.suite ? contractBlocks(records.suite, locale) : []),
    ...loadsOf(records).flatMap((load) => loadBlocks(load, locale)),
    ...(records.faults ? faultsBlocks(records.faults, locale) : []),
    `## ${say('run')}`,
    fenced(commandsOf(records).join('\n')),
    facts.join('\n'),
  ];
  return limited(blocks, { bytes: maxBytes, rest: say('restOnPage') });
}
