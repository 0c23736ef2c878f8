import type { Capacity, LoadRecord, SizeCapacity } from '../contracts/record.ts';
import { type Locale, sharedDecimals } from './locale.ts';
import { sayObjectives } from './objective-words.ts';
import { nothing, type Table } from './table.ts';
import type { TextKey } from './texts.ts';

const limitTexts = {
  service: 'limitService',
  objective: 'limitObjective',
  generator: 'limitGenerator',
  refused: 'limitRefused',
  maxRate: 'limitMaxRate',
  budget: 'limitBudget',
  interrupted: 'limitInterrupted',
} as const satisfies Record<SizeCapacity['limitedBy'], TextKey>;

const limitClauses = {
  service: 'serviceIsLimit',
  objective: 'objectiveIsLimit',
  generator: 'generatorIsLimit',
  refused: 'refusalIsLimit',
  maxRate: 'maxRateIsLimit',
  budget: 'budgetIsLimit',
  interrupted: 'interruptIsLimit',
} as const satisfies Record<SizeCapacity['limitedBy'], TextKey>;

/** `99.4 to 103.1`, or only the bound there is. */
function sayInterval({ low, high }: NonNullable<Capacity['interval']>, { say, number }: Locale): string {
  const decimals = sharedDecimals([low]);
  const bound = number(low, decimals);
  return high === undefined
    ? say('lowerBound', { low: bound })
    : say('fromTo', { low: bound, high: number(high, decimals) });
}

/** The capacity in a sentence. */
export function sayCapacity(
  { slo, batchSize, devicesPerSecond, interval, limitedBy }: Capacity,
  locale: Locale,
): string {
  const { say, number } = locale;
  const objectives = sayObjectives(slo, locale);
  if (batchSize === undefined || devicesPerSecond === undefined || !interval || !limitedBy)
    return say('noCapacity', { objectives });
  return say(interval.high === undefined ? 'capacityAtLeast' : 'capacityFound', {
    objectives,
    devices: number(devicesPerSecond, sharedDecimals([devicesPerSecond])),
    size: number(batchSize),
    interval: sayInterval(interval, locale),
    limit: say(limitClauses[limitedBy]),
  });
}

/** A line for each size. */
export function capacityDetails({ perSize }: Capacity, locale: Locale): string[] {
  const { say, number } = locale;
  return perSize.map(({ batchSize, requestsPerSecond, devicesPerSecond, interval, limitedBy, probes }) => {
    const common = {
      size: number(batchSize),
      limit: say(limitTexts[limitedBy]),
      probes: number(probes.length),
    };
    if (requestsPerSecond === undefined || devicesPerSecond === undefined || !interval)
      return say('sizeWithout', common);
    return say('sizeCapacity', {
      ...common,
      requests: number(requestsPerSecond, sharedDecimals([requestsPerSecond])),
      devices: number(devicesPerSecond, sharedDecimals([devicesPerSecond])),
      interval: sayInterval(interval, locale),
    });
  });
}

export interface CapacityTable extends Table {
  readonly caption: string;
}

/** What each size carries. */
export function sizesTable({ perSize }: Capacity, locale: Locale): CapacityTable {
  const { say, number } = locale;
  const rate = (value: number | undefined) =>
    value === undefined ? nothing : number(value, sharedDecimals([value]));
  return {
    caption: say('capacitySizes'),
    heads: (
      [
        'batchSize',
        'devicesPerSecond',
        'requestsPerSecond',
        'requestsInterval',
        'probes',
        'limitedBy',
      ] as const
    ).map((key) => say(key)),
    rows: perSize.map(({ batchSize, devicesPerSecond, requestsPerSecond, interval, probes, limitedBy }) => [
      number(batchSize),
      rate(devicesPerSecond),
      rate(requestsPerSecond),
      interval ? sayInterval(interval, locale) : nothing,
      number(probes.length),
      say(limitTexts[limitedBy]),
    ]),
  };
}

/** What a probe of a search came to. */
export const findingTexts = {
  good: 'probeGood',
  service: 'limitService',
  objective: 'limitObjective',
  generator: 'limitGenerator',
} as const satisfies Record<SizeCapacity['probes'][number]['finding'], TextKey>;

/** Every rate that was tried, in the order it was. */
export function probesTable(
  { perSize }: Capacity,
  { points }: Pick<LoadRecord, 'points'>,
  locale: Locale,
): CapacityTable {
  const { say, number, list } = locale;
  return {
    caption: say('capacityProbes'),
    heads: (
      [
        'batchSize',
        'offeredRate',
        'probeKind',
        'requestsPerSecond',
        'probeP99',
        'probeMisses',
        'probeFinding',
      ] as const
    ).map((key) => say(key)),
    rows: perSize.flatMap(({ batchSize, probes }) =>
      probes.map(({ point, rate, isConfirmation, finding, objectives }) => {
        const { requestsPerSecond = 0, latencyMs } = points[point] ?? {};
        const misses = objectives.filter(({ holds }) => !holds).map(({ objective }) => objective);
        return [
          number(batchSize),
          number(rate, sharedDecimals([rate])),
          say(isConfirmation ? 'confirmation' : 'look'),
          number(requestsPerSecond, sharedDecimals([requestsPerSecond])),
          latencyMs ? number(latencyMs.p99, sharedDecimals([latencyMs.p99])) : nothing,
          misses.length > 0 ? list(misses) : nothing,
          say(findingTexts[finding]),
        ];
      }),
    ),
  };
}
