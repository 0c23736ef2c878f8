import type { LoadRecord, RunRecord, Shard, Target } from '../../contracts/record.ts';

const gib = 2 ** 30;

/** A machine, as far as it makes figures comparable: clouds give a few bytes more or less. */
export function machineOf({ host: { cpu, cores, memoryBytes } }: Pick<RunRecord, 'host'>): string {
  return `${cpu} × ${cores}, ${Math.round(memoryBytes / gib)} GiB`;
}

/** What runs must have in common, that their figures may stand in one series. */
export interface Common {
  readonly kind: RunRecord['kind'];
  readonly target: Pick<Target, 'label' | 'referenceService'> & { readonly url?: string };
  readonly shard?: Shard;
  /** Of suites: how many cases were to run. */
  readonly planned?: number;
  readonly load?: Pick<LoadRecord, 'scenario' | 'plan'>;
  readonly machine?: string;
}

/** The port of the embedded reference service is another one each time. */
function targetOf({ url, label, referenceService }: Target): Common['target'] {
  return referenceService ? { label: '', referenceService } : { url, label, referenceService };
}

/** What is common to a record and those it compares with. */
export function commonOf(record: RunRecord): Common {
  const { kind } = record;
  const target = targetOf(record.target);
  if (kind === 'faults') return { kind, target };
  if (kind === 'suite') {
    const { planned, shard } = record;
    return { kind, target, planned, ...(shard && { shard }) };
  }
  const { scenario, plan } = record;
  return { kind, target, load: { scenario, plan }, machine: machineOf(record) };
}

/** Values in the order of their names, so that two of the same content read the same. */
function inOrder(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Two records compare when this is the same. What ends a run early has no part in what it measures. */
export function keyOfCommon({ kind, target, shard, planned, load, machine }: Common): string {
  const { abortOn: _ends, mix, ...plan } = load?.plan ?? { abortOn: [] };
  return JSON.stringify([
    ...[kind, target.url ?? '', target.referenceService, shard, planned, load?.scenario, machine],
    ...[inOrder(plan), mix && inOrder(mix)],
  ]);
}
