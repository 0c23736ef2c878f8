import type { Lang } from '../../../contracts/text.ts';
import { headlineOf } from '../../headline.ts';
import { localeOf } from '../../locale.ts';
import { escapeMarkdown, fenced, limited } from '../../markdown-text.ts';
import { type Records, verdictMarks } from '../../model.ts';
import { partsOf } from '../../run-rows.ts';
import { type Issue, issueTitle } from '../issue.ts';
import { issuesOf } from '../issues.ts';

/** What GitHub takes as a comment, in characters; a byte is at least none more. GitLab takes more. */
const maxBytes = 65_536;

/** Issues that a reviewer reads before opening the report. */
const maxIssues = 10;

const marks: Readonly<Record<Issue['level'], string>> = { error: '✗', warning: '⚠', note: 'ℹ' };

/** Stands in the first line, unseen, so that a bot finds the comment of an earlier run of the same parts and updates it. */
export function commentMarker(records: Records): string {
  return `<!-- pkdk-testkit: ${partsOf(records)
    .map(({ kind }) => kind)
    .join('+')} -->`;
}

function issueLine({ level, rule, message, cases, known }: Issue, lang: Lang): string {
  const { say, number } = localeOf(lang);
  const mark = known ? '⚑' : marks[level];
  const count = cases.length > 1 ? ` · ${say('inCount', { count: number(cases.length) })}` : '';
  const [first = ''] = cases;
  return `- ${mark} **${escapeMarkdown(issueTitle(rule)[lang])}** (${rule}) · ${escapeMarkdown(message)}${count}${first && ` · ${escapeMarkdown(first)}`}`;
}

/** A run in the few lines that a reviewer of a change needs, as a comment on it. */
export function renderComment(records: Records, lang: Lang): string {
  const locale = localeOf(lang);
  const { say, number } = locale;
  const { verdict, title, capacity, details } = headlineOf(records, locale);
  const issues = issuesOf(records, locale).filter(({ level }) => level !== 'note');
  const told = issues.slice(0, maxIssues);
  const rest = issues.length - told.length;
  const replays = [...new Set(told.flatMap(({ replay, known }) => (replay && !known ? [replay] : [])))];
  const parts = partsOf(records).map(({ id, target }) => `${target.label} · ${id}`);
  const blocks = [
    `${commentMarker(records)}\n### ${verdictMarks[verdict]} ${escapeMarkdown(title)}`,
    ...(capacity === undefined ? [] : [`**${escapeMarkdown(capacity)}**`]),
    ...(told.length > 0 ? [told.map((issue) => issueLine(issue, lang)).join('\n')] : []),
    ...(rest > 0 ? [say('moreCases', { count: number(rest) })] : []),
    ...(details.length > 0
      ? [
          `<details><summary>${say('details')}</summary>\n\n${details.map((one) => `- ${escapeMarkdown(one)}`).join('\n')}\n\n</details>`,
        ]
      : []),
    ...(replays.length > 0
      ? [`<details><summary>${say('replays')}</summary>\n\n${fenced(replays.join('\n'))}\n\n</details>`]
      : []),
    escapeMarkdown([...new Set(parts)].join(', ')),
  ];
  return limited(blocks, { bytes: maxBytes, rest: say('restOnPage') });
}
