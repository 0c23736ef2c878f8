import { noOutcomes, outcomes } from '../contracts/outcome.ts';
import type { Counts, Point } from '../contracts/record.ts';
import type { BooksTally } from './books.ts';
import { type EncodedLatencies, LatencyHistogram } from './histogram.ts';
import type { PacedTally, PaceTally, WindowTally } from './tally.ts';

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function mergeLatencies(parts: readonly EncodedLatencies[]): EncodedLatencies {
  return LatencyHistogram.merged(parts).encoded();
}

/** Counts of several books as those of one. */
export function mergeCounts(all: readonly Counts[]): Counts {
  const merged = { sent: sum(all.map(({ sent }) => sent)), ...noOutcomes };
  for (const outcome of outcomes) merged[outcome] = sum(all.map((counts) => counts[outcome]));
  return merged;
}

function mergeCodes(all: readonly Point['codes'][]): Point['codes'] {
  const merged: Record<string, number> = {};
  for (const [code, count] of all.flatMap((codes) => Object.entries(codes)))
    merged[code] = (merged[code] ?? 0) + count;
  return merged;
}

/** Seconds of windows that opened at different moments, by the clock on the wall. */
function mergeTimelines(tallies: readonly WindowTally[], startedAt: number): Point['timeline'] {
  const moments = tallies.flatMap((tally) => {
    const later = Math.round((tally.startedAt - startedAt) / 1000);
    return tally.books.timeline.map((moment) => ({ ...moment, second: moment.second + later }));
  });
  const length = Math.max(0, ...moments.map(({ second }) => second + 1));
  const merged = Array.from({ length }, (_, second) => ({ second, answers: 0, good: 0 }));
  for (const { second, answers, good } of moments) {
    const whole = merged[second];
    if (!whole) continue;
    whole.answers += answers;
    whole.good += good;
  }
  return merged;
}

function mergeBooks(tallies: readonly WindowTally[], startedAt: number): BooksTally {
  const all = tallies.map(({ books }) => books);
  return {
    counts: mergeCounts(all.map(({ counts }) => counts)),
    codes: mergeCodes(all.map(({ codes }) => codes)),
    timeline: mergeTimelines(tallies, startedAt),
    bytes: sum(all.map(({ bytes }) => bytes)),
    latencies: mergeLatencies(all.map(({ latencies }) => latencies)),
  };
}

type EachProcess = NonNullable<Point['processes']>['each'][number];

function sendLagP99Ms({ sendLags }: PaceTally): number {
  return LatencyHistogram.merged([sendLags]).summaryMs()?.p99 ?? 0;
}

/** What one process measured, of whichever loop. */
type AnyTally = WindowTally & { readonly pace?: PaceTally };

function processOf({ books, health, pace, isLost }: AnyTally): EachProcess {
  return {
    sent: books.counts.sent,
    ...health,
    ...(pace && { sendLagP99Ms: sendLagP99Ms(pace) }),
    ...(isLost && { isLost }),
  };
}

/**
 * What several processes measured at the same time, as one process would have. The window goes from the first that
 * opened to the last that closed, so that no rate is flattered; the generator worked as hard as its busiest process.
 */
export function mergeWindows(tallies: readonly AnyTally[]): WindowTally {
  const heard = tallies.filter(({ isLost }) => !isLost);
  const spans = heard.length > 0 ? heard : tallies;
  const starts = spans.map(({ startedAt }) => startedAt);
  const startedAt = Math.min(...starts);
  return {
    startedAt,
    windowMs: Math.max(...spans.map((span) => span.startedAt - startedAt + span.windowMs)),
    books: mergeBooks(tallies, startedAt),
    health: {
      cpu: Math.max(...tallies.map(({ health }) => health.cpu)),
      loopDelayP99Ms: Math.max(...tallies.map(({ health }) => health.loopDelayP99Ms)),
    },
    processes: { startSkewMs: Math.max(...starts) - startedAt, each: tallies.map(processOf) },
  };
}

/** The same of an open loop, whose window is cut by planned moments: it is the same one in all processes. */
export function mergePaced(tallies: readonly PacedTally[]): PacedTally {
  const paces = tallies.map(({ pace }) => pace);
  return {
    ...mergeWindows(tallies),
    windowMs: Math.max(...tallies.map(({ windowMs }) => windowMs)),
    pace: {
      overflow: sum(paces.map(({ overflow }) => overflow)),
      backlog: sum(paces.map(({ backlog }) => backlog)),
      serviceLatencies: mergeLatencies(paces.map(({ serviceLatencies }) => serviceLatencies)),
      sendLags: mergeLatencies(paces.map(({ sendLags }) => sendLags)),
      returned: {
        answers: sum(paces.map(({ returned }) => returned.answers)),
        bytes: sum(paces.map(({ returned }) => returned.bytes)),
      },
    },
  };
}
