import { descriptionFile, descriptionLine } from '../../contracts/described-at.ts';
import type { Lang } from '../../contracts/text.ts';
import { type Locale, localeOf } from '../locale.ts';
import type { Records } from '../model.ts';
import { type Issue, issueTitle, sayCases } from './issue.ts';
import { issuesOf } from './issues.ts';

type Command = 'error' | 'warning' | 'notice';

/** GitHub shows so many of each kind for a step, and drops the rest without a word. */
const shown = 10;

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function commandLine(
  command: Command,
  properties: Readonly<Record<string, string | number>>,
  message: string,
) {
  const pairs = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapedProperty(String(value))}`,
  );
  return `::${command} ${pairs.join(',')}::${escaped(message)}`;
}

function commandOf({ level, known }: Issue): Command {
  if (known) return 'notice';
  return level === 'note' ? 'notice' : level;
}

function annotation(issue: Issue, locale: Locale): string {
  const title = `${issueTitle(issue.rule)[locale.lang]} (${issue.rule})`;
  const lines = [issue.message, ...sayCases(issue, locale), ...(issue.replay ? [issue.replay] : [])];
  const place =
    issue.pointer === undefined ? {} : { file: descriptionFile, line: descriptionLine(issue.pointer) };
  return commandLine(commandOf(issue), { ...place, title }, lines.join('\n'));
}

/** As many of one kind as are shown, the last of which says how many more there are. */
function annotationsOf(issues: readonly Issue[], locale: Locale): string[] {
  const { say, number, list } = locale;
  const [first] = issues;
  if (!first || issues.length <= shown) return issues.map((issue) => annotation(issue, locale));
  const told = issues.slice(0, shown - 1);
  const others = issues.slice(shown - 1);
  const rules = list([...new Set(others.map(({ rule }) => rule))]);
  return [
    ...told.map((issue) => annotation(issue, locale)),
    commandLine(
      commandOf(first),
      { title: say('moreIssues', { count: number(others.length) }) },
      say('moreIssuesDetail', { shown: number(shown), rules }),
    ),
  ];
}

/** What is wrong with a run, as the commands by which GitHub marks lines of the description. */
export function renderAnnotations(records: Records, lang: Lang): string {
  const locale = localeOf(lang);
  const issues = issuesOf(records, locale);
  return (['error', 'warning', 'notice'] as const)
    .flatMap((command) =>
      annotationsOf(
        issues.filter((issue) => commandOf(issue) === command),
        locale,
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
}
