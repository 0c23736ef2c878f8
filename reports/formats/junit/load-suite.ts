import { exitCodes } from '../../../contracts/errors/entry.ts';
import { exitCodeOf } from '../../../contracts/load-exit.ts';
import { pointReason } from '../../../contracts/point-reason.ts';
import type { Capacity, LoadRecord, Point } from '../../../contracts/record.ts';
import { capacityDetails, sayCapacity } from '../../capacity.ts';
import { abortDetail, thresholdDetails } from '../../demands.ts';
import type { Locale } from '../../locale.ts';
import { violationsUnderLoad } from '../../model.ts';
import { exchangeLines, findingLine } from '../finding-lines.ts';
import { pointLabels } from '../point-labels.ts';
import { runProperties, unanswered } from './run-case.ts';
import { type Result, skipped, type TestCase, type TestSuite } from './test-suite.ts';

/** A failure, of which there is no more to say than a sentence. */
function failure(type: string, message: string): Result {
  return { kind: 'failure', type, message, text: message };
}

/** `batch size 10, connections 4`: the same in the next run of the same plan. */
function pointCaseName(point: Point, points: readonly Point[]): string {
  const labels = Object.entries(pointLabels(point, points));
  return labels.map(([name, value]) => `${name.replace('_', ' ')} ${value}`).join(', ');
}

function contractCase(load: LoadRecord, locale: Locale): TestCase {
  const name = 'every answer keeps the contract';
  if (exitCodeOf(load) !== exitCodes.broken) return { name, durationMs: 0 };
  const message = locale.say('brokenUnderLoad', { count: locale.number(violationsUnderLoad({ load })) });
  const examples = load.exchanges
    .filter(({ findings }) => findings.length > 0)
    .flatMap((exchange) => [
      '',
      ...exchange.findings.map((finding) => findingLine(finding, locale)),
      ...exchangeLines(exchange, load, locale),
    ]);
  const result: Result = {
    kind: 'failure',
    type: 'contract',
    message,
    text: [message, ...examples].join('\n'),
  };
  return { name, durationMs: 0, result };
}

function demandCases(load: LoadRecord, locale: Locale): TestCase[] {
  const { thresholds = [], abortedOn } = load;
  const told = thresholdDetails(load, locale);
  const ofThresholds = thresholds.map(({ objective, holds, unsure }, i): TestCase => {
    const text = told[i] ?? objective;
    const missed = unsure ? skipped(text) : failure('threshold', text);
    return { name: `threshold ${objective}`, durationMs: 0, result: holds ? undefined : missed };
  });
  const [reason] = abortDetail(load, locale);
  if (!abortedOn || reason === undefined) return ofThresholds;
  return [
    ...ofThresholds,
    { name: `abort on ${abortedOn.objective}`, durationMs: 0, result: failure('threshold', reason) },
  ];
}

/** A search is one question, with an answer for each batch size; its probes are meant to fail beyond the capacity. */
function capacityCases(capacity: Capacity, load: LoadRecord, locale: Locale): TestCase[] {
  const told = sayCapacity(capacity, locale);
  const isMissed = exitCodeOf(load) === exitCodes.threshold;
  const ofSizes = capacityDetails(capacity, locale);
  return [
    {
      name: `capacity with ${capacity.slo}`,
      durationMs: 0,
      result: isMissed ? failure('capacity', told) : undefined,
    },
    ...capacity.perSize.map(({ batchSize, requestsPerSecond, probes }, i) => ({
      name: `capacity at batch size ${batchSize}`,
      durationMs: probes.reduce((sum, { point }) => sum + (load.points[point]?.durationMs ?? 0), 0),
      result: requestsPerSecond === undefined ? skipped(ofSizes[i] ?? told) : undefined,
    })),
  ];
}

/** A point that is not valid says nothing of the service: it was not tested there. */
function pointCase(point: Point, { points }: LoadRecord, locale: Locale): TestCase {
  const result = point.verdict === 'valid' ? undefined : skipped(pointReason(point)[locale.lang]);
  return { name: pointCaseName(point, points), durationMs: point.durationMs + point.warmupMs, result };
}

/** Whether what was asked is known, unless another case says already what went wrong. */
function answeredCase(load: LoadRecord, locale: Locale): TestCase {
  const told: readonly number[] = [exitCodes.ok, exitCodes.broken, exitCodes.threshold];
  const isAnswered = told.includes(exitCodeOf(load));
  const result = isAnswered ? undefined : unanswered({ load }, 'unanswered', locale);
  return { name: 'what was asked is known', durationMs: 0, result };
}

/** A load as tests: it is red where its exit code is not 0, and for the same reason. */
export function loadSuite(load: LoadRecord, locale: Locale): TestSuite {
  const { capacity, points } = load;
  return {
    name: `load.${load.scenario}`,
    startedAt: load.startedAt,
    properties: runProperties(load),
    cases: [
      contractCase(load, locale),
      ...demandCases(load, locale),
      ...(capacity
        ? capacityCases(capacity, load, locale)
        : points.map((point) => pointCase(point, load, locale))),
      answeredCase(load, locale),
    ],
  };
}
