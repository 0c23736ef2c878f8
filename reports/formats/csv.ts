import { stringify } from 'csv-stringify/sync';
import { outcomes } from '../../contracts/outcome.ts';
import { pointReason } from '../../contracts/point-reason.ts';
import type { LoadRecord, Point } from '../../contracts/record.ts';
import type { Records } from '../model.ts';

/** A cell of a point; empty where the point does not have it. */
type Cell = string | number | null | undefined;

interface Column {
  readonly name: string;
  cell(point: Point, load: LoadRecord): Cell;
}

const columnOf = (name: string, cell: Column['cell']): Column => ({ name, cell });

const figures = ['mean', 'p50', 'p90', 'p95', 'p99', 'p999', 'max'] as const;

/** `200=367 5032=1` */
function countsByName(counts: Readonly<Record<string, number>> = {}): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name}=${count}`)
    .join(' ');
}

/** The probe of a search that a point was. */
function probeOf(point: Point, { capacity, points }: LoadRecord) {
  const place = points.indexOf(point);
  return capacity?.perSize.flatMap(({ probes }) => probes).find((probe) => probe.point === place);
}

function probeKind(point: Point, load: LoadRecord): string {
  const probe = probeOf(point, load);
  if (!probe) return '';
  return probe.isConfirmation ? 'confirmation' : 'look';
}

/** Every figure of a point, its unit in its name. */
const columns: readonly Column[] = [
  columnOf('run', (_point, { id }) => id),
  columnOf('target', (_point, { target }) => target.url),
  columnOf('scenario', (_point, { scenario }) => scenario),
  columnOf('seed', (_point, { seed }) => seed),
  columnOf('point', (point, { points }) => points.indexOf(point)),
  columnOf('started_at', ({ startedAt }) => startedAt),
  columnOf('batch_size', ({ batchSize }) => batchSize),
  columnOf('token', ({ token }) => token),
  columnOf('connections', ({ connections }) => connections),
  columnOf('phase', ({ phase }) => phase),
  columnOf('offered_requests_per_s', ({ offeredRate }) => offeredRate),
  columnOf('objective_ms', ({ objectiveMs }) => objectiveMs),
  columnOf('warmup_ms', ({ warmupMs }) => warmupMs),
  columnOf('window_ms', ({ durationMs }) => durationMs),
  columnOf('verdict', ({ verdict }) => verdict),
  columnOf('reason', (point) => pointReason(point).en),
  columnOf('requests_per_s', ({ requestsPerSecond }) => requestsPerSecond),
  columnOf('devices_per_s', ({ devicesPerSecond }) => devicesPerSecond),
  columnOf('bytes_per_s', ({ bytesPerSecond }) => bytesPerSecond),
  columnOf('sent', ({ counts }) => counts.sent),
  ...outcomes.map((outcome) => columnOf(`outcome_${outcome}`, ({ counts }) => counts[outcome])),
  columnOf('not_sent', ({ overflow }) => overflow),
  columnOf('backlog', ({ backlog }) => backlog),
  columnOf('business_codes', ({ codes }) => countsByName(codes)),
  columnOf('http_statuses', ({ statuses }) => countsByName(statuses)),
  ...figures.map((figure) => columnOf(`latency_${figure}_ms`, ({ latencyMs }) => latencyMs?.[figure])),
  ...figures.map((figure) =>
    columnOf(`service_latency_${figure}_ms`, ({ serviceLatencyMs }) => serviceLatencyMs?.[figure]),
  ),
  columnOf('generator_cpu_share', ({ generator }) => generator.cpu),
  columnOf('generator_busy_share', ({ generator }) => generator.loopBusy),
  columnOf('generator_gc_share', ({ generator }) => generator.gcShare),
  columnOf('generator_stolen_cores', ({ generator }) => generator.stolenCores),
  columnOf('generator_delay_p99_ms', ({ generator }) => generator.loopDelayP99Ms),
  columnOf('generator_delay_max_ms', ({ generator }) => generator.loopDelayMaxMs),
  columnOf('send_lag_p99_ms', ({ generator }) => generator.sendLagP99Ms),
  columnOf('held_back', ({ generator }) => generator.heldBack),
  columnOf('littles_law_ratio', ({ generator }) => generator.littlesLawRatio),
  columnOf('processes', ({ processes }) => processes?.each.length),
  columnOf('start_skew_ms', ({ processes }) => processes?.startSkewMs),
  columnOf('latency_drift_share', ({ steadiness }) => steadiness?.latencyDrift),
  columnOf('throughput_drift_share', ({ steadiness }) => steadiness?.throughputDrift),
  columnOf('time_lost_share', ({ steadiness }) => steadiness?.timeLost),
  columnOf('recovery_ms', ({ recovery }) => recovery?.ms),
  columnOf('recovery_limit_ms', ({ recovery }) => recovery?.limitMs),
  columnOf('probe', probeKind),
  columnOf('probe_finding', (point, load) => probeOf(point, load)?.finding),
];

/** The points of a load as CSV, one row each, numbers as they were measured; no cell is a formula to a spreadsheet. */
export function renderCsv({ load, secondLoad }: Records): string {
  const loads = [load, secondLoad].filter((one) => one !== undefined);
  const rows = loads.flatMap((one) => one.points.map((point) => columns.map(({ cell }) => cell(point, one))));
  return stringify([columns.map(({ name }) => name), ...rows], { escape_formulas: true });
}
