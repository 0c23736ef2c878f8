import { goodOf, occurred } from '../../../contracts/outcome.ts';
import type { LoadRecord, Point } from '../../../contracts/record.ts';
import type { Text } from '../../../contracts/text.ts';
import { pointLabels } from '../point-labels.ts';
import { capacityFamilies } from './capacity-families.ts';
import type { Family, Labels, Sample } from './families.ts';

/** A point with what all of its samples have in common. */
interface Measured {
  readonly point: Point;
  readonly labels: Labels;
  readonly at: string;
}

const quantiles = [
  ['0.5', 'p50'],
  ['0.9', 'p90'],
  ['0.95', 'p95'],
  ['0.99', 'p99'],
  ['0.999', 'p999'],
] as const;

/** The probes of a search are not here: their rates are others each time, and its answer has figures of its own. */
function measuredIn(load: LoadRecord): Measured[] {
  if (load.capacity) return [];
  const { target, scenario, points, finishedAt: at } = load;
  return points.map((point) => ({
    point,
    labels: { target: target.url, scenario, ...pointLabels(point, points) },
    at,
  }));
}

/** Latencies of good answers: quantiles, and the sum and number that they are of. */
function summarySamples(
  { point, labels, at }: Measured,
  latencyMs: Point['latencyMs'] | undefined,
): Sample[] {
  if (!latencyMs) return [];
  const count = goodOf(point.counts, point.token);
  return [
    ...quantiles.map(([quantile, key]) => ({
      labels: { ...labels, quantile },
      value: latencyMs[key] / 1000,
      at,
    })),
    { suffix: '_sum', labels, value: (latencyMs.mean * count) / 1000, at },
    { suffix: '_count', labels, value: count, at },
  ];
}

/** One number of each point that has it. */
function gauge(
  name: string,
  unit: string | undefined,
  help: Text,
  measured: readonly Measured[],
  numberOf: (point: Point) => number | null | undefined,
): Family {
  const samples = measured.flatMap(({ point, labels, at }) => {
    const value = numberOf(point);
    return value === null || value === undefined ? [] : [{ labels, value, at }];
  });
  return { name, type: 'gauge', ...(unit && { unit }), help, samples };
}

function countFamilies(measured: readonly Measured[]): Family[] {
  return [
    {
      name: 'pkdk_load_requests',
      type: 'counter',
      help: { en: 'Requests of the window by outcome', zh: '测量窗口内各结果的请求数' },
      samples: measured.flatMap(({ point, labels, at }) =>
        occurred(point.counts).map(([outcome, value]): Sample => {
          return { suffix: '_total', labels: { ...labels, outcome }, value, at };
        }),
      ),
    },
    {
      name: 'pkdk_load_codes',
      type: 'counter',
      help: { en: 'Answers of the window by business code', zh: '测量窗口内各业务码的应答数' },
      samples: measured.flatMap(({ point, labels, at }) =>
        Object.entries(point.codes).map(([code, value]): Sample => {
          return { suffix: '_total', labels: { ...labels, code }, value, at };
        }),
      ),
    },
  ];
}

function latencyFamilies(measured: readonly Measured[]): Family[] {
  return [
    {
      name: 'pkdk_load_latency_seconds',
      type: 'summary',
      unit: 'seconds',
      help: {
        en: 'Latency of good answers; of an open loop, from the planned moment',
        zh: '正常应答的延迟；开环压测自计划时刻起算',
      },
      samples: measured.flatMap((one) => summarySamples(one, one.point.latencyMs)),
    },
    {
      name: 'pkdk_load_service_latency_seconds',
      type: 'summary',
      unit: 'seconds',
      help: { en: 'The same from the sending', zh: '自发送时刻起算的延迟' },
      samples: measured.flatMap((one) => summarySamples(one, one.point.serviceLatencyMs)),
    },
  ];
}

function gaugeFamilies(measured: readonly Measured[]): Family[] {
  const perSecond = (thing: string) => `${thing}_per_second`;
  return [
    gauge(
      'pkdk_load_latency_max_seconds',
      'seconds',
      { en: 'Longest latency', zh: '最大延迟' },
      measured,
      (point) => (point.latencyMs ? point.latencyMs.max / 1000 : undefined),
    ),
    gauge(
      'pkdk_load_requests_per_second',
      perSecond('requests'),
      { en: 'Good answers', zh: '每秒正常应答数' },
      measured,
      ({ requestsPerSecond }) => requestsPerSecond,
    ),
    gauge(
      'pkdk_load_devices_per_second',
      perSecond('devices'),
      { en: 'Devices in good answers', zh: '每秒正常应答中的设备数' },
      measured,
      ({ devicesPerSecond }) => devicesPerSecond,
    ),
    gauge(
      'pkdk_load_valid',
      undefined,
      { en: '1 where the measurement is valid, and 0 where it is not', zh: '测量有效为 1，否则为 0' },
      measured,
      ({ verdict }) => Number(verdict === 'valid'),
    ),
    gauge(
      'pkdk_load_generator_cpu_ratio',
      'ratio',
      { en: 'Share of a core that the load generator used', zh: '压测端占用的单核比例' },
      measured,
      ({ generator }) => generator.cpu,
    ),
  ];
}

/** What load measured. */
export function loadFamilies(loads: readonly LoadRecord[]): Family[] {
  const measured = loads.flatMap(measuredIn);
  return [
    ...countFamilies(measured),
    ...latencyFamilies(measured),
    ...gaugeFamilies(measured),
    ...capacityFamilies(loads),
  ];
}
