import { median } from '../../contracts/statistics/quantile.ts';
import { fill, type Lang } from '../../contracts/text.ts';
import { deviationOf, quantiles, scenario } from './freezing.ts';
import { freezeWays, pace, type Results } from './results.ts';
import { medianOf, ratioOf, spreadOf } from './spread.ts';
import type { Table } from './table.ts';
import { type TextName, texts } from './texts.ts';
import type { Cell } from './throughput.ts';

const percent = (share: number, digits = 0) =>
  Number.isFinite(share) ? `${(share * 100).toFixed(digits)} %` : '-';
const whole = (value: number, lang: Lang) => Math.round(value).toLocaleString(lang);

/** Runs of the freeze that told the truth. */
export const tolerance = 0.03;

/** Requests/s, devices/s and CPU of each contender, and its share of the unchecked loop and of `wrk`. */
export function throughputTable<Name extends TextName>(
  cells: readonly Cell<Name>[],
  server: 'nginx' | 'reference',
  lang: Lang,
): Table {
  const rounds = cells[0]?.rounds.length ?? 0;
  const beside = (cell: Cell<Name>, name: TextName) =>
    cells.find((other) => other.batchSize === cell.batchSize && other.name === name);
  return {
    title: fill(texts.throughputTitle, lang, { server: texts[server], rounds }),
    head: (['batchAndLoop', 'requests', 'devices', 'cpu', 'ofUnchecked', 'ofWrk'] as const).map(
      (name) => texts[name][lang],
    ),
    rows: cells.map((cell) => {
      const requests = medianOf(cell, ({ requestsPerSecond }) => requestsPerSecond);
      const { median: share, least, most } = ratioOf(cell, beside(cell, 'unchecked'));
      return [
        `${cell.batchSize} · ${texts[cell.name][lang]}`,
        whole(requests, lang),
        whole(requests * cell.batchSize, lang),
        percent(medianOf(cell, ({ cpu }) => cpu)),
        cell.name === 'unchecked' ? '-' : `${percent(share)} (${percent(least)}–${percent(most)})`,
        cell.name === 'wrk' ? '-' : percent(ratioOf(cell, beside(cell, 'wrk')).median),
      ];
    }),
  };
}

/** How much of the plan left, and how late. */
export function pacingTable(pacing: Results['pacing'], lang: Lang): Table {
  const planned = (pace.rate * pace.durationMs) / 1000;
  const rounds = pacing[0]?.runs.length ?? 0;
  return {
    title: fill(texts.pacingTitle, lang, { rate: pace.rate, rounds }),
    head: (['batchAndLoop', 'sentOfPlan', 'sendLag', 'p50', 'p99', 'cpu'] as const).map(
      (name) => texts[name][lang],
    ),
    rows: pacing.map(({ server, batchSize, checks, runs }) => {
      const sent = spreadOf(runs.map((run) => run.sent / planned));
      const lag = spreadOf(runs.map(({ sendLagP99Ms = Number.NaN }) => sendLagP99Ms));
      const latency = (name: 'p50' | 'p99') => median(runs.map((run) => run.latencyMs?.[name] ?? Number.NaN));
      return [
        `${batchSize} · ${texts[checks][lang]} · ${texts[server][lang]}`,
        `${percent(sent.median, 2)} (${percent(sent.least, 2)})`,
        `${lag.median.toFixed(2)} (${lag.most.toFixed(2)})`,
        latency('p50').toFixed(2),
        latency('p99').toFixed(2),
        percent(median(runs.map(({ cpu }) => cpu))),
      ];
    }),
  };
}

/** What each way makes of a server that stops, beside the truth. */
export function freezeTable(freezing: Results['freezing'], lang: Lang): Table {
  const truths = freezing.openLoop.map(({ truth }) => truth);
  const planned = (scenario.rate * scenario.durationMs) / 1000;
  return {
    title: fill(texts.freezeTitle, lang, { service: scenario.serviceMs, rate: scenario.rate }),
    head: [
      '',
      ...(['p50', 'p90', 'p99', 'max', 'answered', 'withinTruth'] as const).map((name) => texts[name][lang]),
    ],
    rows:
      truths.length === 0
        ? []
        : [
            [
              texts.truth[lang],
              ...quantiles.map((name) => whole(median(truths.map((truth) => truth[name])), lang)),
              whole(planned, lang),
              '',
            ],
            ...freezeWays.map((way) => {
              const runs = freezing[way];
              const near = runs.filter(
                ({ figures, truth }) => deviationOf(figures.latencyMs, truth) <= tolerance,
              );
              return [
                texts[way][lang],
                ...quantiles.map((name) => {
                  return whole(
                    median(runs.map(({ figures }) => figures.latencyMs?.[name] ?? Number.NaN)),
                    lang,
                  );
                }),
                whole(median(runs.map(({ figures }) => figures.answered)), lang),
                `${near.length} / ${runs.length}`,
              ];
            }),
          ],
  };
}
