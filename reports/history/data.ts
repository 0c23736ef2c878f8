import { localeOf } from '../locale.ts';
import { levelChanges } from './events.ts';
import type { History, Track } from './history.ts';
import { type Metric, metrics } from './metric.ts';
import { openingOf } from './sentence.ts';
import type { Series } from './series.ts';
import { sayMetric } from './words.ts';

const english = localeOf('en');

function metricData(metric: Metric) {
  return { ...metric, ...metrics[metric.name], label: sayMetric(metric, english) };
}

function seriesData({ metric, places }: Series) {
  const values = places.map(({ run, value, isSound }) => ({ run: run.id, value, isSound }));
  return { metric: metricData(metric), values };
}

function trackData(track: Track) {
  const changes = levelChanges(track).map(
    ({ metric, at, before, since, shift, isWorse, hasOtherToolkit }) => ({
      metric: metricData(metric),
      ...{ from: at.id, startedAt: at.startedAt, before: before.median, since: since.median },
      ...{ shift, isWorse, hasOtherToolkit, runsSince: since.places.length },
    }),
  );
  const runs = track.runs.map(({ id, startedAt, version, commit, machine, verdict, href }) => {
    return { id, startedAt, version, commit, machine, verdict, href };
  });
  return { common: track.common, runs, changes, series: track.series.map(seriesData) };
}

/** All of a history, for programs; texts are English. */
export function historyData(history: History) {
  const { title, details } = openingOf(history, english);
  return {
    ...{ title, details },
    tracks: history.tracks.map(trackData),
    leftOut: history.leftOut.map(({ file, why }) => ({ file, why: why.message })),
  };
}
