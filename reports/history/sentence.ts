import type { Locale } from '../locale.ts';
import type { Verdict } from '../model.ts';
import { fewestValues } from './change-points.ts';
import {
  isLongEnough,
  type LevelChange,
  latestChange,
  levelChanges,
  newsOf,
  type VerdictChange,
} from './events.ts';
import type { History, Track } from './history.ts';
import { sayInterval, sayMetric, sayShift, sayTrack, sayValue } from './words.ts';

/** What a page of history says first. */
export interface Opening {
  readonly tone: Verdict;
  readonly title: string;
  readonly details: readonly string[];
}

function sayVerdict({ verdict, at, runs, isFirst }: VerdictChange, { say, number, day }: Locale): string {
  const params = { day: day(at.startedAt), runs: number(runs) };
  if (verdict === 'broken') return say(isFirst ? 'historyBrokenAlways' : 'historyBroken', params);
  return say('historyKept', params);
}

function sayLevel({ metric, at, before, since, shift }: LevelChange, locale: Locale): string {
  const size = { ...shift, estimate: Math.abs(shift.estimate) };
  return locale.say(shift.estimate > 0 ? 'historyRose' : 'historyFell', {
    metric: sayMetric(metric, locale),
    share: sayShift(metric, size, size.estimate, locale).replace('+', ''),
    day: locale.day(at.startedAt),
    from: sayValue(metric, before.median, locale),
    to: sayValue(metric, since.median, locale),
  });
}

function sayNoChange(track: Track, { say, number, day }: Locale): string {
  const { runs, first } = track;
  if (!isLongEnough(track)) return say('historyTooFew', { runs: number(runs.length), least: fewestValues });
  return say('historySteady', { runs: number(runs.length), day: day(first.startedAt) });
}

/** The last change of a track, or that there is none, as a sentence. */
export function sayLatest(track: Track, locale: Locale): string {
  const change = latestChange(track);
  if (!change) return sayNoChange(track, locale);
  return change.kind === 'level' ? sayLevel(change, locale) : sayVerdict(change, locale);
}

function toneOf(change: LevelChange | VerdictChange | undefined): Verdict {
  if (!change) return 'kept';
  if (change.kind === 'verdict') return change.verdict;
  return change.isWorse ? 'broken' : 'kept';
}

/** How sure a change is, and what changed with it. */
function detailsOf(track: Track, locale: Locale): string[] {
  const { say, number, list } = locale;
  const change = latestChange(track);
  if (change?.kind !== 'level') return [];
  const { metric, shift, since, at } = change;
  const interval = say('historyInterval', {
    ...sayInterval(metric, shift, locale),
    runs: number(since.places.length),
    all: number(track.runs.length),
  });
  const others = levelChanges(track).filter((other) => other.at === at && other.metric !== metric);
  const changes = others.map((other) =>
    say('historyShift', {
      metric: sayMetric(other.metric, locale),
      shift: sayShift(other.metric, other.shift, other.shift.estimate, locale),
    }),
  );
  return changes.length > 0 ? [interval, say('historyTogether', { changes: list(changes) })] : [interval];
}

/** So many other tracks have a sentence at the top. */
const mostTracks = 5;

/** What changed last, how sure that is, and how the other tracks fare. */
export function openingOf(history: History, locale: Locale): Opening {
  const { say, number } = locale;
  const [first] = history.tracks;
  const news = newsOf(history) ?? first;
  if (!news) return { tone: 'incomplete', title: '', details: [] };
  const others = history.tracks.filter((track) => track !== news);
  const sentence = (track: Track) => {
    const text = sayLatest(track, locale);
    return others.length > 0 ? say('historyTrack', { name: sayTrack(track.common, locale), text }) : text;
  };
  return {
    tone: latestChange(news) || isLongEnough(news) ? toneOf(latestChange(news)) : 'incomplete',
    title: sentence(news),
    details: [
      ...detailsOf(news, locale),
      ...others.slice(0, mostTracks).map(sentence),
      ...(others.length > mostTracks
        ? [say('historyMore', { count: number(others.length - mostTracks) })]
        : []),
    ],
  };
}
