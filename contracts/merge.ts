import { ToolkitError } from './errors.ts';
import { examplesOf } from './examples.ts';
import { grouped } from './grouped.ts';
import { mergeObserved } from './observations.ts';
import type { RunRecord, SuiteRecord } from './record.ts';
import { addTraffic } from './traffic.ts';

/** A record, and what a person knows it by. */
export interface NamedRecord {
  readonly file: string;
  readonly record: RunRecord;
}

interface ShardRecord {
  readonly file: string;
  readonly record: SuiteRecord & Required<Pick<SuiteRecord, 'shard'>>;
}

/** Settings that decide what is sent and what is found; the others may differ from machine to machine. */
export const sharedSettings = ['PKDK_MAX_BATCH', 'PKDK_STRICT', 'PKDK_TOKEN_ERROR_STATUS'] as const;

/** What all shards of a run have in common, by the name under which a person can change it. */
const common: Readonly<Record<string, (record: SuiteRecord) => string>> = {
  PKDK_SEED: ({ seed }) => String(seed),
  // Each worker has a reference service of its own, on a port of its own.
  PKDK_BASE_URL: ({ target }) => (target.referenceService ? '-' : target.url),
  'pkdk-testkit': ({ tool }) => [tool.version, tool.commit ?? '-', tool.node].join(' '),
  '--shard': ({ shard }) => `…/${shard?.total}`,
  ...Object.fromEntries(
    sharedSettings.map((name) => [name, ({ settings }: SuiteRecord) => String(settings[name] ?? '-')]),
  ),
};

const filesOf = (records: readonly NamedRecord[]) => records.map(({ file }) => file).join(', ');

/** What is not the same in all shards. */
function disagreements(shards: readonly ShardRecord[]): ToolkitError[] {
  return Object.entries(common).flatMap(([name, of]) => {
    const groups = [...grouped(shards, ({ record }) => of(record))];
    if (groups.length < 2) return [];
    const values = groups.map(([value, some]) => `${value} (${filesOf(some)})`).join(', ');
    return new ToolkitError(name === 'PKDK_SEED' ? 'MERGE_SEEDS' : 'MERGE_DIFFERS', { name, values });
  });
}

/** Shards of `total` that are missing, or there more than once. */
function gaps(shards: readonly ShardRecord[], total: number): ToolkitError[] {
  const all = Array.from({ length: total }, (_, i) => {
    const found = shards.filter(({ record }) => record.shard.current === i + 1);
    return { shard: `${i + 1}/${total}`, found };
  });
  const missing = all.filter(({ found }) => found.length === 0).map(({ shard }) => shard);
  const doubled = all.filter(({ found }) => found.length > 1);
  return [
    ...(missing.length > 0 ? [new ToolkitError('MERGE_MISSING', { shards: missing.join(', ') })] : []),
    ...doubled.map(({ shard, found }) => new ToolkitError('MERGE_DOUBLED', { shard, files: filesOf(found) })),
  ];
}

/** Cases that more than one shard has run. */
function overlaps(shards: readonly ShardRecord[]): ToolkitError[] {
  const cases = shards.flatMap(({ record }) => record.cases);
  const doubled = [...grouped(cases, ({ id }) => id)].filter(([, some]) => some.length > 1);
  const title = doubled[0]?.[1][0]?.title ?? '';
  return doubled.length > 0 ? [new ToolkitError('MERGE_OVERLAP', { count: doubled.length, title })] : [];
}

/** The shards among some records, by their number. Throws MERGE with everything that is in the way. */
function shardsOf(records: readonly NamedRecord[]): SuiteRecord[] {
  const wrong: ToolkitError[] = [];
  const shards: ShardRecord[] = [];
  for (const { file, record } of records) {
    if (record.kind !== 'suite') wrong.push(new ToolkitError('MERGE_KIND', { file, kind: record.kind }));
    else if (!record.shard) wrong.push(new ToolkitError('MERGE_WHOLE', { file }));
    else shards.push({ file, record: { ...record, shard: record.shard } });
  }
  const totals = new Set(shards.map(({ record }) => record.shard.total));
  const [total = 0] = totals;
  const whole = totals.size === 1 ? gaps(shards, total) : [];
  const problems = [...wrong, ...disagreements(shards), ...whole];
  const all = problems.length === 0 ? overlaps(shards) : problems;
  if (all.length > 0) throw new ToolkitError('MERGE', {}, all);
  return shards.map(({ record }) => record).toSorted((a, b) => a.shard.current - b.shard.current);
}

/** A point is covered by a run when a shard covers it. */
function union(coverages: readonly SuiteRecord['coverage'][]): SuiteRecord['coverage'] {
  const all = coverages.flatMap(({ points }) => points);
  const points = [...grouped(all, ({ id }) => id)].flatMap(([, [first, ...rest]]) => {
    return first ? [{ ...first, isCovered: [first, ...rest].some(({ isCovered }) => isCovered) }] : [];
  });
  return { points, covered: points.filter(({ isCovered }) => isCovered).length, total: points.length };
}

/** What one run of the suites would have recorded, but for its identifier. */
export type Merged = Omit<SuiteRecord, 'id' | 'shard'>;

/** The shards of a run as one record. Throws MERGE with everything that is in the way. */
export function mergeShards(records: readonly NamedRecord[]): Merged {
  const shards = shardsOf(records);
  const [first] = shards;
  if (!first) throw new ToolkitError('MERGE');
  const of = <K extends keyof SuiteRecord>(name: K) => shards.map((shard) => shard[name]);
  const cases = of('cases').flat();
  // `Required`: a field that is new in the record does not compile until it is said here how it is merged.
  const merged: Required<Omit<Merged, 'lost'>> = {
    schemaVersion: first.schemaVersion,
    kind: first.kind,
    tool: first.tool,
    host: first.host,
    target: first.target,
    settings: first.settings,
    seed: first.seed,
    startedAt: of('startedAt').toSorted()[0] ?? '',
    finishedAt: of('finishedAt').toSorted().at(-1) ?? '',
    interrupted: of('interrupted').some(Boolean),
    planned: of('planned').reduce((sum, planned) => sum + planned, 0),
    traffic: of('traffic').reduce(addTraffic),
    cases,
    coverage: union(of('coverage')),
    ...mergeObserved(shards),
    exchanges: examplesOf(cases, of('exchanges').flat()),
  };
  const lost = shards.find((shard) => shard.lost)?.lost;
  return lost ? { ...merged, lost } : merged;
}
