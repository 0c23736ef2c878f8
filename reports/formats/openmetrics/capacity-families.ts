import type { LoadRecord } from '../../../contracts/record.ts';
import type { Family, Sample } from './families.ts';

/** A number with its 95 % interval; a bound that is not known is left out. */
function withBounds(
  labels: Sample['labels'],
  at: string,
  bounds: {
    readonly value: number | undefined;
    readonly low?: number | undefined;
    readonly high?: number | undefined;
  },
): Sample[] {
  return Object.entries(bounds).flatMap(([bound, value]) =>
    value === undefined ? [] : [{ labels: { ...labels, bound }, value, at }],
  );
}

function capacitySamples({ capacity, target, finishedAt: at }: LoadRecord): Sample[] {
  return (capacity?.perSize ?? []).flatMap(({ batchSize, requestsPerSecond, interval }) =>
    withBounds({ target: target.url, slo: capacity?.slo ?? '', batch_size: batchSize }, at, {
      value: requestsPerSecond,
      ...interval,
    }),
  );
}

function thresholdSamples({ thresholds = [], target, scenario, finishedAt: at }: LoadRecord): Sample[] {
  return thresholds.map(({ objective, holds }) => {
    return { labels: { target: target.url, scenario, objective }, value: Number(holds), at };
  });
}

/** Seconds of a call, by what they are spent on. */
function costSamples(
  { cost, target, scenario, finishedAt: at }: LoadRecord,
  of: 'fixedMs' | 'perDeviceMs',
): Sample[] {
  if (!cost) return [];
  const { low, high } = cost.interval[of];
  const labels = { target: target.url, scenario };
  return withBounds(labels, at, { value: cost[of] / 1000, low: low / 1000, high: high / 1000 });
}

/** What load says of the service: capacity, cost, and whether thresholds hold. */
export function capacityFamilies(loads: readonly LoadRecord[]): Family[] {
  return [
    {
      name: 'pkdk_capacity_requests_per_second',
      type: 'gauge',
      unit: 'requests_per_second',
      help: {
        en: 'The highest rate that holds the objective, and its 95 % interval',
        zh: '满足目标的最高速率及其 95% 置信区间',
      },
      samples: loads.flatMap(capacitySamples),
    },
    {
      name: 'pkdk_cost_fixed_seconds',
      type: 'gauge',
      unit: 'seconds',
      help: { en: 'What a call costs whatever its batch size', zh: '单次调用的固定耗时' },
      samples: loads.flatMap((load) => costSamples(load, 'fixedMs')),
    },
    {
      name: 'pkdk_cost_device_seconds',
      type: 'gauge',
      unit: 'seconds',
      help: { en: 'What each device of a call costs', zh: '每台设备的耗时' },
      samples: loads.flatMap((load) => costSamples(load, 'perDeviceMs')),
    },
    {
      name: 'pkdk_threshold_holds',
      type: 'gauge',
      help: { en: '1 where a threshold holds, and 0 where it does not', zh: '阈值成立为 1，否则为 0' },
      samples: loads.flatMap(thresholdSamples),
    },
  ];
}
