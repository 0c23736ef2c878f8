import { mixText } from '../contracts/mix.ts';
import type { LoadRecord, RecordedExchange, RunRecord } from '../contracts/record.ts';
import { replayCommand, shellWord } from '../contracts/shell.ts';
import { flagDuration } from './locale.ts';

function time(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : flagDuration(ms);
}

/** How long points take: a search for the capacity divides its budget itself. */
function timeFlags({ budgetMs, durationMs, warmupMs, findsWarmup }: LoadRecord['plan']) {
  if (budgetMs !== undefined) return { budget: time(budgetMs) };
  return { duration: time(durationMs), warmup: findsWarmup ? 'auto' : time(warmupMs) };
}

function loadFlags({ plan, thresholds, settings, base, target }: LoadRecord): string[] {
  const { connections, rate, from, to, steps, peak, arrivals, maxInFlight, mix, processes = 1 } = plan;
  const { PKDK_MAX_RATE, PKDK_MAX_DURATION } = settings;
  const flags = {
    ...{ base: base?.url, head: base && target.url, blocks: plan.blocks },
    'batch-sizes': plan.batchSizes.join(','),
    ...{ rate, from, to, steps, peak, 'spike-duration': time(plan.spikeMs), after: time(plan.afterMs) },
    ...{ arrivals, connections: connections?.join(','), 'max-in-flight': maxInFlight },
    mix: mix && mixText(mix),
    processes: processes > 1 ? processes : undefined,
    ...timeFlags(plan),
    slo: plan.slo,
    threshold: thresholds?.map(({ objective }) => objective).join(','),
    'abort-on': plan.abortOn?.join(','),
    ...{ 'max-rate': PKDK_MAX_RATE, 'max-duration': PKDK_MAX_DURATION },
  };
  return Object.entries(flags).flatMap(([flag, value]) =>
    value === undefined || value === '' ? [] : `--${flag} ${shellWord(String(value))}`,
  );
}

/** The command that repeats a run, as a shell takes it. The token stays in the environment. */
export function repeatCommand(record: RunRecord): string {
  const { target, seed } = record;
  const isComparison = record.kind === 'load' && record.base !== undefined;
  const environment =
    target.referenceService || isComparison ? [] : [`PKDK_BASE_URL=${shellWord(target.url)}`];
  if (record.kind === 'faults') return `npm run pkdk -- faults --seed ${seed}`;
  if (record.kind === 'suite') {
    const shard = record.shard ? [`--shard ${record.shard.current}/${record.shard.total}`] : [];
    return [...environment, `PKDK_SEED=${seed}`, 'npm run pkdk -- suite', ...shard].join(' ');
  }
  return [
    ...environment,
    `npm run pkdk -- load ${record.scenario}`,
    ...loadFlags(record),
    `--seed ${seed}`,
  ].join(' ');
}

/** The command that sends one exchange of a run again; none where its bytes are not in the record. */
export function replayOf({ settings, id }: RunRecord, exchange: RecordedExchange): string | undefined {
  if (!exchange.isRepeatable) return undefined;
  return replayCommand(`${settings.PKDK_OUT ?? 'reports/out'}/${id}`, exchange.id);
}
