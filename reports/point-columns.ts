import { occurred, outcomeNames } from '../contracts/outcome.ts';
import { pointReason } from '../contracts/point-reason.ts';
import type { Point } from '../contracts/record.ts';
import { type Locale, sharedDecimals } from './locale.ts';
import type { TextKey } from './texts.ts';

/** A column of the table of points, for any format. */
export interface Column {
  readonly key: string;
  /** The heading that neighbouring columns share. */
  readonly group?: TextKey;
  readonly heading: string;
  readonly kind: 'number' | 'text';
  cell(point: Point): string;
}

const percentiles = [
  ['p50', 'p50'],
  ['p90', 'p90'],
  ['p95', 'p95'],
  ['p99', 'p99'],
  ['p999', 'p99.9'],
] as const;

const nothing = '–';

/** Marks a rate that the generator, not the service, put a limit to. */
function atLeast({ verdict }: Point, text: string): string {
  return verdict === 'generator-limited' ? `≥ ${text}` : text;
}

function throughputColumns(points: readonly Point[], { say, number }: Locale): Column[] {
  const rates = ['devicesPerSecond', 'requestsPerSecond'] as const;
  return rates.map((key) => {
    const decimals = sharedDecimals(points.map((point) => point[key]));
    return {
      key,
      group: 'throughput',
      heading: say(key),
      kind: 'number',
      cell: (point) => atLeast(point, number(point[key], decimals)),
    };
  });
}

function latencyColumns(points: readonly Point[], { say, number }: Locale): Column[] {
  const decimals = sharedDecimals(points.flatMap(({ latencyMs }) => latencyMs?.p50 ?? []));
  return [...percentiles, ['max', say('max')] as const].map(([key, heading]) => ({
    key,
    group: 'latency',
    heading,
    kind: 'number',
    cell: ({ latencyMs }) => (latencyMs ? number(latencyMs[key], decimals) : nothing),
  }));
}

function answerColumns({ say, list, number, lang }: Locale): Column[] {
  const outcomesOf = ({ counts }: Point) =>
    occurred(counts).map(([outcome, count]) => `${outcomeNames[outcome][lang]} ${number(count)}`);
  const codesOf = ({ codes }: Point) =>
    Object.entries(codes).map(([code, count]) => `${code} × ${number(count)}`);
  const columns: Omit<Column, 'group'>[] = [
    { key: 'sent', heading: say('sent'), kind: 'number', cell: ({ counts }) => number(counts.sent) },
    {
      key: 'outcomes',
      heading: say('outcomes'),
      kind: 'text',
      cell: (point) => list(outcomesOf(point)),
    },
    {
      key: 'codes',
      heading: say('codes'),
      kind: 'text',
      cell: (point) => list(codesOf(point)) || nothing,
    },
  ];
  return columns.map((column) => ({ ...column, group: 'answers' }));
}

function generatorColumns({ say, number, percent }: Locale): Column[] {
  const columns: Omit<Column, 'group' | 'kind'>[] = [
    { key: 'cpu', heading: say('cpu'), cell: ({ generator }) => percent(generator.cpu) },
    {
      key: 'loopDelay',
      heading: say('loopDelay'),
      cell: ({ generator }) => number(generator.loopDelayP99Ms, 1),
    },
    {
      key: 'littlesLaw',
      heading: say('littlesLaw'),
      cell: ({ generator: { littlesLawRatio } }) =>
        littlesLawRatio === null ? nothing : number(littlesLawRatio, 2),
    },
  ];
  return columns.map((column) => ({ ...column, group: 'generator', kind: 'number' }));
}

/** The columns of the table of points, numbers of one column with the same decimals. */
export function columnsOf(points: readonly Point[], best: Point | undefined, locale: Locale): Column[] {
  const { say, list, number } = locale;
  return [
    { key: 'batchSize', heading: say('batchSize'), kind: 'number', cell: (point) => number(point.batchSize) },
    {
      key: 'verdict',
      heading: say('verdict'),
      kind: 'text',
      cell: (point) => list([say(point.verdict), ...(point === best ? [say('bestPoint')] : [])]),
    },
    ...throughputColumns(points, locale),
    ...latencyColumns(points, locale),
    ...answerColumns(locale),
    ...generatorColumns(locale),
  ];
}

/** Why points are not valid, a sentence each. */
export function reasonsOf(points: readonly Point[], { say, number, lang }: Locale): string[] {
  return points
    .filter(({ verdict }) => verdict !== 'valid')
    .map((point) => {
      const { batchSize, verdict } = point;
      return say('why', { size: number(batchSize), verdict: say(verdict), why: pointReason(point)[lang] });
    });
}
