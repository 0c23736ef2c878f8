import { relative } from 'node:path';
import { headlineOf } from '../reports/headline.ts';
import { localeOf } from '../reports/locale.ts';
import { type Records, verdictMarks } from '../reports/model.ts';
import type { Context } from './context.ts';

/** Writes the report of a run and prints what it came to: in words, or with `--json` as data. */
export async function conclude(
  { settings, flags, terminal }: Context,
  folder: string,
  records: Records,
  exitCode: number,
): Promise<number> {
  // The charts are a large library that no failing start should wait for.
  const { writeReport } = await import('../reports/write.ts');
  const files = writeReport(folder, records, settings.lang);
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
