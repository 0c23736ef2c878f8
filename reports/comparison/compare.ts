import { ToolkitError } from '../../contracts/errors.ts';
import type { LoadRecord, RunRecord, SuiteRecord } from '../../contracts/record.ts';
import type { Text } from '../../contracts/text.ts';
import { repeatCommand } from '../command.ts';
import { blockPairs, blocksLeftOut } from './block-pairs.ts';
import { changesOf } from './change.ts';
import { incomparable } from './comparable.ts';
import { type ContractChanges, contractChanges } from './contract-changes.ts';
import { type Figure, type Pair, wordOf } from './figure.ts';
import { recordPairs } from './record-pairs.ts';

/** One of two sides: what was measured, when, and by which runs. */
export interface Side {
  readonly label: string;
  readonly url: string;
  readonly startedAt: string;
  readonly runs: readonly string[];
}

/** What two sides differ by. */
export interface Comparison {
  readonly base: Side;
  readonly head: Side;
  /** How the figures came about: by two runs, or by so many blocks of both sides in turn. */
  readonly blocks?: number;
  /** Blocks of any load that take no part in the figures. */
  readonly leftOut?: number;
  /** The command that measures both sides again. */
  readonly repeat?: string;
  /** Why the sides are not comparable, if they were compared anyway. */
  readonly reservations: readonly Text[];
  /** Absent where not both sides have a record of load. */
  readonly figures?: readonly Figure[];
  /** Absent where not both sides have a record of the suites. */
  readonly contract?: ContractChanges;
}

/** The records of one side, and where they were found. */
export interface Found {
  readonly path: string;
  readonly records: readonly RunRecord[];
}

/** The figures of a comparison, each with its word: they are judged together. */
export function figuresOf(pairs: readonly Pair[]): Figure[] {
  const changes = changesOf(pairs.map(({ estimate }) => estimate));
  return pairs.map(({ estimate: _, ...pair }, i) => {
    const change = changes[i];
    return { ...pair, ...(change && { change }), word: wordOf(pair.metric, change) };
  });
}

/** What `load compare` measured as a comparison; undefined of any other load. */
export function comparisonIn(load: LoadRecord): Comparison | undefined {
  if (!load.base) return undefined;
  const side = ({ url, label }: LoadRecord['target']): Side => ({
    ...{ url, label, startedAt: load.startedAt, runs: [load.id] },
  });
  const blocks = Math.max(0, ...load.points.map(({ block = 0 }) => block));
  return {
    ...{ base: side(load.base), head: side(load.target), blocks, reservations: [] },
    ...{
      figures: figuresOf(blockPairs(load)),
      leftOut: blocksLeftOut(load.points),
      repeat: repeatCommand(load),
    },
  };
}

function sideOf(records: readonly (RunRecord | undefined)[]): Side {
  const known = records.filter((record) => record !== undefined);
  const [first] = known;
  return {
    label: first?.target.label ?? '',
    url: first?.target.url ?? '',
    startedAt: first?.startedAt ?? '',
    runs: known.map(({ id }) => id),
  };
}

function suiteIn({ records }: Found): SuiteRecord | undefined {
  return records.find((record) => record.kind === 'suite');
}

function loadIn({ records }: Found): LoadRecord | undefined {
  return records.filter((record) => record.kind === 'load').find(({ base }) => !base);
}

/**
 * Compares what two sides have in common. Throws NOTHING_TO_COMPARE, and NOT_COMPARABLE unless it is told to do so anyway.
 */
export function compareRecords(base: Found, head: Found, isToldAnyway: boolean): Comparison {
  const suites = [suiteIn(base), suiteIn(head)] as const;
  const loads = [loadIn(base), loadIn(head)] as const;
  const [suite, load] = [suites[0] && suites[1], loads[0] && loads[1]];
  const reasons = [
    ...(suites[0] && suites[1] ? incomparable(suites[0], suites[1]) : []),
    ...(loads[0] && loads[1] ? incomparable(loads[0], loads[1]) : []),
  ];
  if (!suite && !load) throw new ToolkitError('NOTHING_TO_COMPARE', { base: base.path, head: head.path });
  if (reasons.length > 0 && !isToldAnyway) throw new ToolkitError('NOT_COMPARABLE', {}, reasons);
  return {
    base: sideOf([suite && suites[0], load && loads[0]]),
    head: sideOf([suite && suites[1], load && loads[1]]),
    reservations: reasons.map((reason) => ({ en: reason.explain('en'), zh: reason.explain('zh') })),
    ...(loads[0] && loads[1] && { figures: figuresOf(recordPairs(loads[0], loads[1])) }),
    ...(suites[0] && suites[1] && { contract: contractChanges(suites[0], suites[1]) }),
  };
}
