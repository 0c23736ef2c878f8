import { tokenNames } from '../contracts/exchange.ts';
import { occurred, outcomeNames } from '../contracts/outcome.ts';
import { pointReason } from '../contracts/point-reason.ts';
import type { Point } from '../contracts/record.ts';
import { type Locale, sharedDecimals } from './locale.ts';
import { isPaced } from './model.ts';
import { phaseNames, pointTitle } from './point-name.ts';
import { nothing } from './table.ts';
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

/**
 * Marks a number that the generator, not the service, put a limit to: of a closed loop the throughput, of an open one
 * the latency, which the late sending is part of. What was not steady is neither of before nor of after.
 */
function marked(point: Point, quantity: 'throughput' | 'latency', text: string): string {
  if (point.verdict === 'not-steady') return `≈ ${text}`;
  if (point.verdict !== 'generator-limited') return text;
  if (isPaced(point)) return quantity === 'latency' ? `≤ ${text}` : text;
  return quantity === 'throughput' ? `≥ ${text}` : text;
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
      cell: (point) => marked(point, 'throughput', number(point[key], decimals)),
    };
  });
}

function latencyColumns(points: readonly Point[], { say, number }: Locale): Column[] {
  const decimals = sharedDecimals(points.flatMap(({ latencyMs }) => latencyMs?.p50 ?? []));
  return [...percentiles, ['max', say('max')] as const].map(([key, heading]) => ({
    key,
    group: points.some(isPaced) ? 'plannedLatency' : 'latency',
    heading,
    kind: 'number',
    cell: (point) =>
      point.latencyMs ? marked(point, 'latency', number(point.latencyMs[key], decimals)) : nothing,
  }));
}

/** What only an open loop has: the rate of the plan before what came of it, and the latency without the waiting. */
function offeredColumn(points: readonly Point[], { say, number }: Locale): Column {
  const decimals = sharedDecimals(points.map(({ requestsPerSecond }) => requestsPerSecond));
  return {
    key: 'offeredRate',
    group: 'throughput',
    heading: say('offeredRate'),
    kind: 'number',
    cell: ({ offeredRate }) => (offeredRate === undefined ? nothing : number(offeredRate, decimals)),
  };
}

function serviceLatencyColumns(points: readonly Point[], { say, number }: Locale): Column[] {
  const decimals = sharedDecimals(points.flatMap(({ serviceLatencyMs }) => serviceLatencyMs?.p50 ?? []));
  return (['p50', 'p99'] as const).map((key) => ({
    key: `service-${key}`,
    group: 'serviceLatency',
    heading: say('servicePercentile', { name: key }),
    kind: 'number',
    cell: ({ serviceLatencyMs }) => (serviceLatencyMs ? number(serviceLatencyMs[key], decimals) : nothing),
  }));
}

function answerColumns(points: readonly Point[], { say, list, number, lang }: Locale): Column[] {
  const outcomesOf = ({ counts }: Point) =>
    occurred(counts).map(([outcome, count]) => `${outcomeNames[outcome][lang]} ${number(count)}`);
  const codesOf = ({ codes }: Point) =>
    Object.entries(codes).map(([code, count]) => `${code} × ${number(count)}`);
  const overflow: Omit<Column, 'group'> = {
    key: 'overflow',
    heading: say('overflow'),
    kind: 'number',
    cell: ({ overflow }) => (overflow === undefined ? nothing : number(overflow)),
  };
  const columns: Omit<Column, 'group'>[] = [
    { key: 'sent', heading: say('sent'), kind: 'number', cell: ({ counts }) => number(counts.sent) },
    ...(points.some(isPaced) ? [overflow] : []),
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

function generatorColumns(points: readonly Point[], { say, number, percent }: Locale): Column[] {
  const sendLag: Omit<Column, 'group' | 'kind'> = {
    key: 'sendLag',
    heading: say('sendLag'),
    cell: ({ generator: { sendLagP99Ms } }) =>
      sendLagP99Ms === undefined ? nothing : number(sendLagP99Ms, 2),
  };
  const littlesLaw: Omit<Column, 'group' | 'kind'> = {
    key: 'littlesLaw',
    heading: say('littlesLaw'),
    cell: ({ generator: { littlesLawRatio } }) =>
      littlesLawRatio === null ? nothing : number(littlesLawRatio, 2),
  };
  const columns: Omit<Column, 'group' | 'kind'>[] = [
    { key: 'cpu', heading: say('cpu'), cell: ({ generator }) => percent(generator.cpu) },
    {
      key: 'loopDelay',
      heading: say('loopDelay'),
      cell: ({ generator }) => number(generator.loopDelayP99Ms, 1),
    },
    points.some(isPaced) ? sendLag : littlesLaw,
  ];
  return columns.map((column) => ({ ...column, group: 'generator', kind: 'number' }));
}

/** The columns of the table of points, numbers of one column with the same decimals. */
export function columnsOf(points: readonly Point[], best: Point | undefined, locale: Locale): Column[] {
  const { say, list, number } = locale;
  const isRate = points.some(isPaced);
  const connections: Column = {
    key: 'connections',
    heading: say('connections'),
    kind: 'number',
    cell: (point) => (point.connections === undefined ? nothing : number(point.connections)),
  };
  const isOfTokens = points.some(({ token }) => token !== undefined);
  const tokenColumn: Column = {
    key: 'token',
    heading: say('tokenState'),
    kind: 'text',
    cell: ({ token }) => tokenNames[token ?? 'valid'][locale.lang],
  };
  const phase: Column = {
    key: 'phase',
    heading: say('phase'),
    kind: 'text',
    cell: (point) => (point.phase ? say(phaseNames[point.phase]) : nothing),
  };
  return [
    { key: 'batchSize', heading: say('batchSize'), kind: 'number', cell: (point) => number(point.batchSize) },
    ...(isOfTokens ? [tokenColumn] : []),
    ...(new Set(points.map((point) => point.connections)).size > 1 ? [connections] : []),
    {
      key: 'verdict',
      heading: say('verdict'),
      kind: 'text',
      cell: (point) =>
        list([say(point.verdict), ...(point === best && !isRate && !isOfTokens ? [say('bestPoint')] : [])]),
    },
    ...(points.some(({ phase }) => phase) ? [phase] : []),
    ...(isRate ? [offeredColumn(points, locale)] : []),
    ...throughputColumns(points, locale),
    ...latencyColumns(points, locale),
    ...(isRate ? serviceLatencyColumns(points, locale) : []),
    ...answerColumns(points, locale),
    ...generatorColumns(points, locale),
  ];
}

/** Why points are not valid, and which ones the generator had spoilt before. */
export function reasonsOf(points: readonly Point[], locale: Locale): string[] {
  const { say, number, lang } = locale;
  return points.flatMap((point) => {
    const name = pointTitle(point, points, locale);
    const { verdict, earlier = [] } = point;
    return [
      ...(verdict === 'valid'
        ? []
        : [say('why', { name, verdict: say(verdict), why: pointReason(point)[lang] })]),
      ...(earlier.length > 0 ? [say('measuredAgain', { name, count: number(earlier.length) })] : []),
    ];
  });
}
