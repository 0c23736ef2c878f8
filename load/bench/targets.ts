import { median } from '../../contracts/statistics/quantile.ts';
import { fill, type Lang } from '../../contracts/text.ts';
import { deviationOf } from './freezing.ts';
import { pace, type Results } from './results.ts';
import { ratioOf } from './spread.ts';
import type { Table } from './table.ts';
import { tolerance } from './tables.ts';
import { texts } from './texts.ts';
import type { Cell } from './throughput.ts';

/** A promise of the toolkit, and what became of it. */
interface Target {
  readonly what: string;
  readonly limit: number;
  readonly isCeiling?: true;
  readonly measured: number;
}

const promised = { repeating: 0.85, changing: 1.5, reference: 0.95, sent: 0.999, lagMs: 1 };

/** The largest batch for which the reference service, and not checking, is to be the limit. */
const referenceUpTo = 100;

function ratios<Name extends string>(cells: readonly Cell<Name>[], name: Name, base: Name) {
  return cells
    .filter((cell) => cell.name === name)
    .map((cell) => {
      const other = cells.find(({ name, batchSize }) => name === base && batchSize === cell.batchSize);
      return { size: cell.batchSize, measured: ratioOf(cell, other).median };
    });
}

function targetsOf({ nginx, reference, pacing, freezing }: Results, lang: Lang): Target[] {
  const planned = (pace.rate * pace.durationMs) / 1000;
  const ours = freezing.openLoop;
  const near = ours.filter(({ figures, truth }) => deviationOf(figures.latencyMs, truth) <= tolerance);
  return [
    ...ratios(nginx, 'checkedRepeating', 'unchecked').map(({ size, measured }) => {
      return { what: fill(texts.repeatingTarget, lang, { size }), limit: promised.repeating, measured };
    }),
    ...ratios(nginx, 'checkedChanging', 'plain')
      .filter(({ size }) => size === 100)
      .map(({ size, measured }) => {
        return { what: fill(texts.changingTarget, lang, { size }), limit: promised.changing, measured };
      }),
    ...ratios(reference, 'checked', 'unchecked')
      .filter(({ size }) => size <= referenceUpTo)
      .map(({ size, measured }) => {
        return { what: fill(texts.referenceTarget, lang, { size }), limit: promised.reference, measured };
      }),
    ...pacing
      .filter(({ checks }) => checks === 'checked')
      .flatMap(({ server, batchSize: size, runs }): Target[] => {
        const params = { server: texts[server], size };
        const sent = median(runs.map((run) => run.sent / planned));
        const lag = median(runs.map(({ sendLagP99Ms = Number.NaN }) => sendLagP99Ms));
        return [
          { what: fill(texts.sentTarget, lang, params), limit: promised.sent, measured: sent },
          {
            what: fill(texts.lagTarget, lang, params),
            limit: promised.lagMs,
            isCeiling: true,
            measured: lag,
          },
        ];
      }),
    ...(ours.length > 0
      ? [{ what: texts.freezeTarget[lang], limit: ours.length, measured: near.length }]
      : []),
  ];
}

/** Each promise beside what was measured. */
export function targetTable(results: Results, lang: Lang): Table {
  return {
    title: texts.targetsTitle[lang],
    head: ['', texts.target[lang], texts.measured[lang], ''],
    rows: targetsOf(results, lang).map(({ what, limit, isCeiling, measured }) => [
      what,
      isCeiling ? fill(texts.atMost, lang, { limit }) : String(limit),
      Number.isInteger(measured) ? String(measured) : measured.toFixed(3),
      (isCeiling ? measured <= limit : measured >= limit) ? '✓' : '✗',
    ]),
  };
}
