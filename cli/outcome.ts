import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { reasonOf } from '../contracts/errors.ts';
import { fill, type Text } from '../contracts/text.ts';
import { headlineOf } from '../reports/headline.ts';
import { localeOf } from '../reports/locale.ts';
import { type Records, verdictMarks } from '../reports/model.ts';
import type { Context } from './context.ts';

const texts = {
  noSummary: {
    en: 'The summary of this step could not be written: {reason}',
    zh: '无法写入此步骤的摘要：{reason}',
  },
} satisfies Record<string, Text>;

/** Tells GitHub Actions what a run came to: lines of the description are marked, and the step has a summary. */
async function tellGitHub({ github, settings, terminal }: Context, records: Records): Promise<void> {
  const { renderAnnotations } = await import('../reports/formats/annotations.ts');
  const { renderSummary } = await import('../reports/formats/markdown/summary.ts');
  // GitHub reads both streams; stdout is for data.
  if (github.annotates) terminal.say(renderAnnotations(records, settings.lang).trimEnd());
  if (github.summaryFile === undefined) return;
  try {
    appendFileSync(github.summaryFile, renderSummary(records, settings.lang));
  } catch (error) {
    terminal.say(fill(texts.noSummary, settings.lang, { reason: reasonOf(error) }));
  }
}

/** Writes the report of a run and prints what it came to: in words, or with `--json` as data. */
export async function conclude(
  context: Context,
  folder: string,
  records: Records,
  exitCode: number,
): Promise<number> {
  const { settings, flags, terminal } = context;
  // The charts are a large library that no failing start should wait for.
  const { writeReport } = await import('../reports/write.ts');
  const files = writeReport(folder, records, settings.lang);
  await tellGitHub(context, records);
  const { verdict, title, capacity, details } = headlineOf(records, localeOf(settings.lang));
  const report = relative('', files.get('html') ?? folder);
  if (flags.json) {
    const points = records.load?.points.map(
      ({ batchSize, devicesPerSecond, requestsPerSecond, verdict: worth, ...point }) => {
        const { offeredRate, phase, recovery } = point;
        return {
          batchSize,
          offeredRate,
          phase,
          devicesPerSecond,
          requestsPerSecond,
          recovery,
          verdict: worth,
        };
      },
    );
    const { cost, thresholds, abortedOn, capacity: measuredCapacity } = records.load ?? {};
    const told = {
      exitCode,
      verdict,
      title,
      capacity,
      details,
      thresholds,
      abortedOn,
      points,
      cost,
      measuredCapacity,
      report,
    };
    terminal.print(JSON.stringify(told, null, 1));
    return exitCode;
  }
  terminal.print(
    [`${verdictMarks[verdict]} ${title}`, ...(capacity ? [capacity] : []), ...details, report].join('\n'),
  );
  return exitCode;
}
