import type { LoadRecord } from '../contracts/record.ts';
import { capacityDetails, sayCapacity } from './capacity.ts';
import { comparisonIn } from './comparison/compare.ts';
import { headlineOfComparison } from './comparison/headline.ts';
import { smokeCapacity, thresholdDetails } from './demands.ts';
import type { Locale } from './locale.ts';
import { sayCost } from './planning/cost.ts';
import { rateCapacity, rateDetails } from './rate-headline.ts';
import { shapeLines, spikeDetails } from './shape-headline.ts';
import { soakCapacity, soakDetails } from './soak-headline.ts';
import { sweepDetails, sweepSentence } from './sweep-headline.ts';
import { tokensCapacity, tokensDetails } from './tokens-headline.ts';

/** What a scenario has to say first, and what besides. */
interface LoadHeadline {
  readonly sentence: (load: LoadRecord, locale: Locale) => string;
  readonly details: (load: LoadRecord, locale: Locale) => readonly string[];
}

/** Of a rate that changes in the course of a run. */
const shape: LoadHeadline = {
  sentence: (load, locale) => shapeLines(load, locale)[0] ?? locale.say('noBest'),
  details: (load, locale) => [...shapeLines(load, locale).slice(1), ...spikeDetails(load, locale)],
};

function comparisonHeadline(load: LoadRecord, locale: Locale) {
  const comparison = comparisonIn(load);
  return comparison ? headlineOfComparison(comparison, locale) : { title: '', details: [] };
}

const headlines: Readonly<Record<LoadRecord['scenario'], LoadHeadline>> = {
  smoke: { sentence: smokeCapacity, details: sweepDetails },
  sweep: { sentence: sweepSentence, details: sweepDetails },
  rate: { sentence: rateCapacity, details: rateDetails },
  ramp: shape,
  spike: shape,
  soak: {
    sentence: soakCapacity,
    details: (load, locale) => [...soakDetails(load, locale), ...sweepDetails(load, locale)],
  },
  compare: {
    sentence: (load, locale) => comparisonHeadline(load, locale).title,
    details: (load, locale) => comparisonHeadline(load, locale).details,
  },
  tokens: { sentence: tokensCapacity, details: tokensDetails },
  capacity: {
    sentence: (load, locale) =>
      load.capacity ? sayCapacity(load.capacity, locale) : sweepSentence(load, locale),
    details: ({ capacity, cost }, locale) => [
      ...(capacity ? capacityDetails(capacity, locale) : []),
      ...(cost ? [sayCost(cost, locale)] : []),
    ],
  },
};

/** What load came to, in a sentence. */
export function loadSentence(load: LoadRecord, locale: Locale): string {
  return headlines[load.scenario].sentence(load, locale);
}

/** How much of the plan was measured, where that is not all. A search has no points that were planned. */
function coverageDetail({ scenario, plan, points }: LoadRecord, { say, number }: Locale): string[] {
  if (scenario === 'capacity') return [];
  const { batchSizes, connections = [1], steps, peak, blocks } = plan;
  const parts = steps ?? (blocks === undefined ? (peak === undefined ? 1 : 3) : 2 * blocks);
  // Each size has a point for each token, and how many tokens there are no plan knows.
  const sizes = new Set(points.map(({ batchSize }) => batchSize)).size;
  const measured = scenario === 'tokens' ? sizes : points.length;
  const planned = batchSizes.length * connections.length * parts;
  if (measured >= planned) return [];
  const params = { measured: number(measured), planned: number(planned) };
  return [say(parts > 1 ? 'measuredParts' : 'measuredSizes', params)];
}

/** What else there is to know of a load. */
export function loadDetails(load: LoadRecord, locale: Locale): string[] {
  return [
    ...thresholdDetails(load, locale),
    ...headlines[load.scenario].details(load, locale),
    ...coverageDetail(load, locale),
  ];
}
