import { mixText } from '../contracts/mix.ts';
import { planHash } from '../contracts/plan-hash.ts';
import type { LoadRecord, RunRecord } from '../contracts/record.ts';
import { repeatCommand } from './command.ts';
import { elapsed, flagDuration, type Locale, plainDecimals } from './locale.ts';
import { loadsOf, type Records } from './model.ts';
import type { TextKey } from './texts.ts';

/** One fact of a run: its name, and its value for each part of the run. */
export interface RunRow {
  readonly label: string;
  readonly values: readonly string[];
}

/** The parts that a run has. */
export function partsOf(records: Records): RunRecord[] {
  const { suite, faults } = records;
  return [suite, ...loadsOf(records), faults].filter((part) => part !== undefined);
}

/** The text that tells a plan, by the pace of its scenario. */
function planText({ scenario, plan }: Pick<LoadRecord, 'scenario' | 'plan'>): TextKey {
  if (scenario === 'ramp') return 'rampPlanDetail';
  if (scenario === 'capacity') return 'capacityPlanDetail';
  if (scenario === 'spike') return 'spikePlanDetail';
  return plan.rate === undefined ? 'planDetail' : 'ratePlanDetail';
}

/** A plan in words. */
export function sayPlan(load: Pick<LoadRecord, 'scenario' | 'plan'>, { say, list, number }: Locale): string {
  const { batchSizes, connections, rate, arrivals, maxInFlight, durationMs, warmupMs, timeoutMs, ...shape } =
    load.plan;
  const { findsWarmup, mix, processes = 1 } = load.plan;
  const exact = (value = 0) => number(value, plainDecimals(value));
  const detail = say(planText(load), {
    ...{ from: exact(shape.from), to: exact(shape.to), steps: number(shape.steps ?? 0) },
    ...{ peak: exact(shape.peak), spike: flagDuration(shape.spikeMs ?? 0) },
    after: flagDuration(shape.afterMs ?? 0),
    ...{ slo: shape.slo ?? '', budget: flagDuration(shape.budgetMs ?? 0), maxRate: exact(shape.maxRate) },
    sizes: list(batchSizes.map((size) => number(size))),
    connections: list((connections ?? []).map((count) => number(count))),
    rate: exact(rate),
    arrivals: arrivals === undefined ? '' : say(arrivals),
    maxInFlight: number(maxInFlight ?? 0),
    duration: flagDuration(durationMs),
    warmup: findsWarmup ? say('foundWarmup') : flagDuration(warmupMs),
    timeout: flagDuration(timeoutMs),
  });
  const plan = mix ? detail + say('planMix', { mix: mixText(mix) }) : detail;
  return processes > 1 ? say('spreadDetail', { plan, processes: number(processes) }) : plan;
}

function targetOf({ target: { url, label, referenceService } }: RunRecord, { say, list }: Locale): string {
  const names = [url, url.includes(label) ? '' : label, referenceService ? say('referenceService') : ''];
  return list(names.filter((name) => name !== ''));
}

/** What times were told by; how far apart several processes began. */
function clockOf(record: RunRecord, { say, number }: Locale): string {
  const skews =
    record.kind === 'load' ? record.points.flatMap(({ processes }) => processes?.startSkewMs ?? []) : [];
  if (skews.length === 0) return say('clockDetail');
  return say('clockSkew', { clock: say('clockDetail'), skew: number(Math.max(...skews), 1) });
}

/** What was run, on what and with which seed, ready to be shown beside each other. */
export function runRows(records: Records, locale: Locale): RunRow[] {
  const { say, list, number, moment, bytes } = locale;
  const row = (label: string, value: (record: RunRecord) => string): RunRow => ({
    label,
    values: partsOf(records).map(value),
  });
  return [
    row(say('target'), (record) => targetOf(record, locale)),
    row(say('seed'), ({ seed }) => String(seed)),
    row(say('plan'), (record) => (record.kind === 'load' ? sayPlan(record, locale) : '')),
    row(say('planHash'), (record) => (record.kind === 'load' ? planHash(record) : '')),
    row(say('started'), ({ startedAt }) => moment(startedAt)),
    row(say('duration'), ({ startedAt, finishedAt }) =>
      elapsed(Date.parse(finishedAt) - Date.parse(startedAt)),
    ),
    row(say('clock'), (record) => clockOf(record, locale)),
    row(say('settings'), ({ settings }) =>
      list(Object.entries(settings).map(([name, value]) => `${name}=${value}`)),
    ),
    row(say('versions'), ({ tool }) =>
      list([`pkdk-testkit ${tool.version}`, ...(tool.commit ? [tool.commit] : []), `Node.js ${tool.node}`]),
    ),
    row(say('machine'), ({ host: { cpu, cores, memoryBytes } }) =>
      say('machineDetail', { cpu, cores: number(cores), memory: bytes(memoryBytes) }),
    ),
    row(say('id'), ({ id }) => id),
  ].filter(({ values }) => values.some((value) => value !== ''));
}

/** The commands that repeat the parts of a run. */
export function commandsOf(records: Records): string[] {
  return partsOf(records).map(repeatCommand);
}
