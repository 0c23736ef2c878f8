import type { FaultsRecord, LoadRecord, Point, RunRecord, SuiteRecord } from '../../contracts/record.ts';
import { ruleGroups } from '../contract-page/rule-groups.ts';
import { bestPoint, isPaced, missesOf, pointOfSizes, type Records, wasInterrupted } from '../model.ts';
import { machineOf } from './comparable.ts';
import type { Metric } from './metric.ts';

/** A value of one run. What is not sound is shown and takes no part in any judgement. */
export interface Reading {
  readonly metric: Metric;
  readonly value: number;
  readonly isSound: boolean;
}

function seconds({ startedAt, finishedAt }: RunRecord): number {
  return (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
}

/** Where the service or the objective was the limit the figure is the service's, else it is a lower bound. */
function capacityReadings({ capacity }: LoadRecord): Reading[] {
  if (!capacity) return [];
  const reading = (metric: Metric, value: number | undefined, limitedBy: string | undefined): Reading[] => {
    const isSound = limitedBy === 'service' || limitedBy === 'objective';
    return value === undefined ? [] : [{ metric, value, isSound }];
  };
  return [
    ...reading({ name: 'capacity' }, capacity.devicesPerSecond, capacity.limitedBy),
    ...capacity.perSize.flatMap(({ batchSize, devicesPerSecond, limitedBy }) =>
      reading({ name: 'capacity', batchSize }, devicesPerSecond, limitedBy),
    ),
  ];
}

function pointReadings(point: Point): Reading[] {
  const { batchSize, token, phase, latencyMs, recovery } = point;
  const isSound = point.verdict === 'valid';
  const reading = (name: Metric['name'], value: number | null | undefined): Reading[] => {
    const metric = { name, batchSize, ...(token && { token }), ...(phase && { phase }) };
    return value === null || value === undefined ? [] : [{ metric, value, isSound }];
  };
  return [
    // The throughput of an open loop is its plan's.
    ...reading('devices', isPaced(point) ? undefined : point.devicesPerSecond),
    ...reading('p50', latencyMs?.p50),
    ...reading('p95', latencyMs?.p95),
    ...reading('p99', latencyMs?.p99),
    ...reading('recovery', typeof recovery?.ms === 'number' ? recovery.ms / 1000 : undefined),
  ];
}

/** The points of which a later run has the like: probes and steps of a ramp are at rates of their own. */
function lastingPoints(load: LoadRecord): readonly Point[] {
  if (load.scenario === 'capacity' || load.scenario === 'ramp') return [];
  return load.scenario === 'tokens' ? load.points : pointOfSizes(load.points);
}

function loadReadings(load: LoadRecord): Reading[] {
  const { cost, scalability } = load;
  const best = load.points.length > 1 && load.scenario !== 'capacity' ? bestPoint(load) : undefined;
  const sound = (metric: Metric, value: number): Reading => ({ metric, value, isSound: true });
  const points = lastingPoints(load);
  const peak = scalability?.peakRequestsPerSecond;
  return [
    ...capacityReadings(load),
    ...(best && !points.every(isPaced) ? [sound({ name: 'best' }, best.devicesPerSecond)] : []),
    ...points.flatMap(pointReadings),
    ...(cost
      ? [sound({ name: 'fixedMs' }, cost.fixedMs), sound({ name: 'perDeviceMs' }, cost.perDeviceMs)]
      : []),
    ...(typeof peak === 'number'
      ? [{ metric: { name: 'peak' }, value: peak, isSound: !scalability?.isPeakExtrapolated } as const]
      : []),
  ];
}

function suiteReadings(suite: SuiteRecord): Reading[] {
  const { cases, coverage } = suite;
  const sound = (metric: Metric, value: number): Reading => ({ metric, value, isSound: true });
  return [
    sound({ name: 'failedCases' }, cases.filter(({ status }) => status === 'failed').length),
    ...ruleGroups(suite).map((group) => sound({ name: 'findings', of: group.rule }, group.cases)),
    ...(coverage.total > 0 ? [sound({ name: 'coverage' }, coverage.covered / coverage.total)] : []),
    // Verdicts of any machine compare, times do not.
    sound({ name: 'duration', of: machineOf(suite) }, seconds(suite)),
  ];
}

function faultsReadings(faults: FaultsRecord): Reading[] {
  const sound = (metric: Metric, value: number): Reading => ({ metric, value, isSound: true });
  return [
    sound({ name: 'missedFaults' }, missesOf(faults).length),
    sound({ name: 'duration', of: machineOf(faults) }, seconds(faults)),
  ];
}

function allReadings(record: RunRecord): Reading[] {
  if (record.kind === 'load') return loadReadings(record);
  return record.kind === 'suite' ? suiteReadings(record) : faultsReadings(record);
}

/** A record as the part of a run that it is. */
export function recordsOf(record: RunRecord): Records {
  if (record.kind === 'load') return { load: record };
  return record.kind === 'suite' ? { suite: record } : { faults: record };
}

/** All that is followed of a record. Of a run that did not reach its end nothing is sound. */
export function readingsOf(record: RunRecord): Reading[] {
  const readings = allReadings(record);
  return wasInterrupted(recordsOf(record))
    ? readings.map((reading) => ({ ...reading, isSound: false }))
    : readings;
}
