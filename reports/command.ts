import { mixText } from '../contracts/mix.ts';
import type { LoadRecord, RecordedExchange, RunRecord } from '../contracts/record.ts';
import { replayCommand, shellWord } from '../contracts/shell.ts';
import { flagDuration } from './locale.ts';

function loadFlags({ plan, thresholds }: LoadRecord): string[] {
  const { connections, rate, from, to, steps, peak, arrivals, maxInFlight, mix, processes = 1 } = plan;
  const time = (ms: number | undefined) => (ms === undefined ? undefined : flagDuration(ms));
  const pace = {
    ...{ rate, from, to, steps, peak, 'spike-duration': time(plan.spikeMs), after: time(plan.afterMs) },
    ...{ arrivals, connections: connections?.join(','), 'max-in-flight': maxInFlight },
    mix: mix && mixText(mix),
    ...(processes > 1 && { processes }),
  };
  const demanded = { threshold: thresholds?.map(({ objective }) => objective), 'abort-on': plan.abortOn };
  return [
    `--batch-sizes ${plan.batchSizes.join(',')}`,
    ...Object.entries(pace).flatMap(([flag, value]) => (value === undefined ? [] : `--${flag} ${value}`)),
    `--duration ${flagDuration(plan.durationMs)}`,
    `--warmup ${plan.findsWarmup ? 'auto' : flagDuration(plan.warmupMs)}`,
    ...Object.entries(demanded).flatMap(([flag, objectives]) =>
      objectives ? [`--${flag} ${shellWord(objectives.join(','))}`] : [],
    ),
  ];
}

/** The command that repeats a run, as a shell takes it. The token stays in the environment. */
export function repeatCommand(record: RunRecord): string {
  const { target, seed } = record;
  const environment = target.referenceService ? [] : [`PKDK_BASE_URL=${shellWord(target.url)}`];
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
