import type { Lang } from '../../contracts/text.ts';
import { type Locale, localeOf } from '../locale.ts';
import { escapeMarkdown, table } from '../markdown-text.ts';
import { verdictMarks } from '../model.ts';
import { changeCells, changeHeads } from './changes-table.ts';
import { levelChanges } from './events.ts';
import type { History, Track } from './history.ts';
import { sayWhy, subjectOf, toldOf } from './page.ts';
import { cellOf, listedRuns, listedSeries } from './runs-table.ts';
import { openingOf, sayLatest } from './sentence.ts';
import { sayCommon, sayMetric, sayTrack } from './words.ts';

/** So many lines of each list: a summary is read at a glance, the page has the rest. */
const mostLines = 10;

function changesBlock(track: Track, locale: Locale): string[] {
  const changes = levelChanges(track).slice(0, mostLines);
  if (changes.length === 0) return [];
  const heads = changeHeads(locale).map((head) => [head, 'left'] as const);
  const rows = changes.map((change) => [locale.day(change.at.startedAt), ...changeCells(change, locale)]);
  return [table(heads, rows)];
}

function runsBlock(track: Track, locale: Locale): string {
  const { say, moment } = locale;
  const series = listedSeries(track);
  const heads = [say('historyDate'), say('historyCommit'), say('historyVerdict')];
  const rows = listedRuns(track)
    .slice(0, mostLines)
    .map((run) => [
      ...[moment(run.startedAt), run.commit ?? '', `${verdictMarks[run.verdict]} ${say(run.verdict)}`],
      ...series.map((one) => cellOf(run, one, locale)),
    ]);
  return table(
    [
      ...heads.map((head) => [head, 'left'] as const),
      ...series.map(({ metric }) => [sayMetric(metric, locale), 'right'] as const),
    ],
    rows,
  );
}

function trackBlocks(track: Track, locale: Locale): string[] {
  return [
    `## ${escapeMarkdown(sayTrack(track.common, locale))}`,
    escapeMarkdown(sayLatest(track, locale)),
    escapeMarkdown(sayCommon(track.common, locale)),
    ...changesBlock(track, locale),
    runsBlock(track, locale),
  ];
}

function leftOutBlocks({ leftOut }: History, { say, number, lang }: Locale): string[] {
  if (leftOut.length === 0) return [];
  const rows = leftOut.slice(0, mostLines).map((one) => [one.file, sayWhy(one, lang)]);
  return [
    `## ${say('historyLeftOut')}`,
    say('historyLeftOutNote', { count: number(leftOut.length) }),
    table(
      [
        [say('historyFile'), 'left'],
        [say('historyReason'), 'left'],
      ],
      rows,
    ),
  ];
}

/** The history in short, for merge requests and step summaries. */
export function historyMarkdown(history: History, folder: string, lang: Lang): string {
  const locale = localeOf(lang);
  const { tone, title, details } = openingOf(history, locale);
  const blocks = [
    `# ${verdictMarks[tone]} ${escapeMarkdown(title)}`,
    escapeMarkdown(subjectOf(history, folder, locale)),
    ...(details.length > 0 ? [details.map((detail) => `- ${escapeMarkdown(detail)}`).join('\n')] : []),
    ...toldOf(history).told.flatMap((track) => trackBlocks(track, locale)),
    ...leftOutBlocks(history, locale),
  ];
  return `${blocks.join('\n\n')}\n`;
}
