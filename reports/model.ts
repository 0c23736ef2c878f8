import type { Finding } from '../contracts/finding.ts';
import { grouped } from '../contracts/grouped.ts';
import { failsByChange } from '../contracts/observations.ts';
import { brokenOf } from '../contracts/outcome.ts';
import type {
  Case,
  FaultsRecord,
  LoadRecord,
  MatrixRow,
  Point,
  Problem,
  RecordedExchange,
  SuiteRecord,
} from '../contracts/record.ts';

/** What a report is about: a run has one part or both. */
export interface Records {
  readonly suite?: SuiteRecord;
  readonly load?: LoadRecord;
  /** What another scenario measured of the same target. */
  readonly secondLoad?: LoadRecord;
  readonly faults?: FaultsRecord;
}

export type Verdict = 'kept' | 'broken' | 'incomplete';

/** A verdict for the eye. */
export const verdictMarks: Readonly<Record<Verdict, string>> = { kept: '✓', broken: '✗', incomplete: '…' };

/** The loads of a run, the one that says most first. */
export function loadsOf({ load, secondLoad }: Records): LoadRecord[] {
  return [load, secondLoad].filter((one) => one !== undefined);
}

/** How many answers broke the contract under load. */
export function violationsUnderLoad(records: Records): number {
  return loadsOf(records).reduce((sum, { points, lowLoad }) => {
    const inPoints = points.reduce((broken, { counts, token }) => broken + brokenOf(counts, token), 0);
    return sum + inPoints + (lowLoad?.counts.contractViolation ?? 0);
  }, 0);
}

/** Whether a part of the run was stopped before its end. */
export function wasInterrupted(records: Records): boolean {
  const { suite, faults } = records;
  const inSuite =
    suite?.interrupted || suite?.lost || suite?.cases.some(({ status }) => status === 'interrupted');
  const inLoad = loadsOf(records).some(
    ({ interrupted, lost, abortedOn }) => interrupted || lost || abortedOn,
  );
  return Boolean(inSuite || inLoad || faults?.interrupted);
}

/** Whether every part of the run held at least one answer against the contract and found it good, or as known. */
function checkedAnything(records: Records): boolean {
  const { suite, faults } = records;
  const bySuite = suite?.cases.some(({ status }) => status === 'passed' || status === 'known');
  const byLoads = loadsOf(records).map(({ points }) => points.some((point) => point.requestsPerSecond > 0));
  const byFaults = faults && faults.rows.length > 0;
  const parts = [bySuite, ...byLoads, byFaults].filter((part) => part !== undefined);
  return parts.length > 0 && parts.every(Boolean);
}

/** Faults that were not caught by their rule, and false alarms. */
export function missesOf(faults: FaultsRecord | undefined): MatrixRow[] {
  return faults?.rows.filter(({ verdict }) => verdict !== 'caught' && verdict !== 'passed') ?? [];
}

/** How many cases failed, by whose failure it is. */
export function problemsOf({ cases }: SuiteRecord): Map<Problem, number> {
  const counts = new Map<Problem, number>();
  for (const { status, problem = 'contract' } of cases) {
    if (status === 'failed') counts.set(problem, (counts.get(problem) ?? 0) + 1);
  }
  return counts;
}

/** Whose the failure of a case is, if it is not the contract's. */
export function otherProblem({ problem }: Case): Exclude<Problem, 'contract'> | undefined {
  return problem === 'contract' ? undefined : problem;
}

/** The verdict on the contract. What was seen broken stays broken, however the run ended. */
export function verdictOf(records: Records): Verdict {
  const problems = records.suite && problemsOf(records.suite);
  if (
    problems?.has('contract') ||
    (records.suite && failsByChange(records.suite)) ||
    violationsUnderLoad(records) > 0 ||
    missesOf(records.faults).length > 0
  )
    return 'broken';
  const isWhole = !problems?.size && !wasInterrupted(records) && checkedAnything(records);
  return isWhole ? 'kept' : 'incomplete';
}

/** Whether a point was measured by an open loop, at a rate. */
export function isPaced({ offeredRate }: Point): boolean {
  return offeredRate !== undefined;
}

/** Points by batch size, and those of one size by connections. */
export function pointsOf(load: LoadRecord): Point[] {
  const order = ({ connections = 0 }: Point) => connections;
  return load.points.toSorted((a, b) => a.batchSize - b.batchSize || order(a) - order(b));
}

/** Whether other points have a point's batch size, too: parts of a ramp or a spike. */
export function isPartOf({ batchSize }: Point, points: readonly Point[]): boolean {
  return points.filter((point) => point.batchSize === batchSize).length > 1;
}

/** One point of each batch size: its fastest valid one, or else its first; of a rate that changes, all of them. */
export function pointOfSizes(points: readonly Point[]): Point[] {
  if (points.some(isPaced)) return [...points];
  const bySize = grouped(points, ({ batchSize }) => batchSize);
  return [...bySize.values()].flatMap((ofSize) => fastest(ofSize, 'valid') ?? ofSize.slice(0, 1));
}

function fastest(points: readonly Point[], verdict: Point['verdict']): Point | undefined {
  return points
    .filter((point) => point.verdict === verdict)
    .toSorted((a, b) => b.devicesPerSecond - a.devicesPerSecond)[0];
}

/** The valid point that carries the most devices a second. */
export function bestPoint(load: LoadRecord): Point | undefined {
  return fastest(load.points, 'valid');
}

/** The fastest generator-limited point, when it outruns the best one: a lower bound, not the service's number. */
export function lowerBound(load: LoadRecord): Point | undefined {
  const bound = fastest(load.points, 'generator-limited');
  const best = bestPoint(load)?.devicesPerSecond ?? 0;
  return bound && bound.devicesPerSecond > best ? bound : undefined;
}

export type CaseCounts = Readonly<Record<Case['status'], number>> & {
  readonly cases: number;
  readonly durationMs: number;
};

/** The statuses that a table of these cases has a column for; few runs have known failures. */
export function statusColumns(cases: readonly Case[]): readonly Case['status'][] {
  const hasKnown = cases.some(({ status }) => status === 'known');
  return ['passed', 'failed', ...(hasKnown ? (['known'] as const) : []), 'skipped', 'interrupted'];
}

/** Cases by status. */
export function countCases(cases: readonly Case[]): CaseCounts {
  const withStatus = (status: Case['status']) => cases.filter((one) => one.status === status).length;
  return {
    cases: cases.length,
    passed: withStatus('passed'),
    failed: withStatus('failed'),
    known: withStatus('known'),
    skipped: withStatus('skipped'),
    interrupted: withStatus('interrupted'),
    durationMs: cases.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

/** The counts of each suite, in the order the suites ran. */
export function countSuites({ cases }: SuiteRecord): (readonly [string, CaseCounts])[] {
  const names = [...new Set(cases.map(({ suite }) => suite))];
  return names.map((name) => [name, countCases(cases.filter(({ suite }) => suite === name))]);
}

/** The recorded exchanges of a case, in the order it made them. */
export function exchangesOf({ exchangeIds }: Case, { exchanges }: SuiteRecord): RecordedExchange[] {
  return exchangeIds.flatMap((id) => exchanges.find((exchange) => exchange.id === id) ?? []);
}

/** The skipped cases, by the reason they were skipped for, the most frequent one first. */
export function skipsOf({ cases }: SuiteRecord): (readonly [string | undefined, readonly Case[]])[] {
  const skipped = cases.filter(({ status }) => status === 'skipped');
  return [...grouped(skipped, ({ reason }) => reason)].toSorted(([, a], [, b]) => b.length - a.length);
}

/** A finding that broke nothing, and in how many cases it was made. */
export interface Note {
  readonly finding: Finding;
  readonly cases: number;
}

/** Drift and observations, each said once. */
export function notesOf({ cases }: SuiteRecord): Note[] {
  const notes = new Map<string, Note>();
  for (const { findings } of cases) {
    const unlike = new Map(findings.map((finding) => [`${finding.rule} ${finding.message}`, finding]));
    for (const [key, finding] of unlike) {
      if (finding.severity === 'violation') continue;
      const known = notes.get(key);
      notes.set(key, { finding: known?.finding ?? finding, cases: (known?.cases ?? 0) + 1 });
    }
  }
  return [...notes.values()];
}
