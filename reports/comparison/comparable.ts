import { ToolkitError } from '../../contracts/errors.ts';
import { sharedSettings } from '../../contracts/merge.ts';
import { pointReason } from '../../contracts/point-reason.ts';
import type { LoadRecord, Point, SuiteRecord } from '../../contracts/record.ts';
import type { Text } from '../../contracts/text.ts';

/** The two sides, in words. */
export const sides = {
  base: { en: 'base', zh: '基线' },
  head: { en: 'head', zh: '对比方' },
} as const satisfies Record<string, Text>;

const names = {
  target: { en: 'target', zh: '被测服务' },
  machine: { en: 'machine', zh: '机器' },
  scenario: { en: 'scenario', zh: '场景' },
} as const satisfies Record<string, Text>;

/** A condition of the measurement: what a person knows it by, and its value. */
interface Fact {
  readonly what: string | Text;
  readonly value: string;
}

/** `durationMs` is `--duration`. */
function flagOf(key: string): string {
  const name = key === 'findsWarmup' ? 'warmup' : key.replace(/Ms$/, '');
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function ownFacts(record: SuiteRecord | LoadRecord): readonly (readonly [string, Fact])[] {
  if (record.kind === 'suite')
    return sharedSettings.map((name) => [name, { what: name, value: String(record.settings[name] ?? '-') }]);
  const plan = Object.entries({ ...record.plan, processes: record.plan.processes ?? 1 });
  return [
    ['scenario', { what: names.scenario, value: record.scenario }],
    ...plan.map(([key, value]) => [key, { what: flagOf(key), value: JSON.stringify(value) }] as const),
  ];
}

function factsOf(record: SuiteRecord | LoadRecord): ReadonlyMap<string, Fact> {
  const { target, host } = record;
  return new Map<string, Fact>([
    // A reference service has another port each time.
    ['target', { what: names.target, value: target.referenceService ? target.label : target.url }],
    ['machine', { what: names.machine, value: `${host.cpu} × ${host.cores}` }],
    ...ownFacts(record),
  ]);
}

/** Points that say nothing of the service; a size that both refuse is as it should be. */
function invalidPoints(base: LoadRecord, head: LoadRecord): ToolkitError[] {
  // Of a search, probes fail by intent.
  if (base.capacity || head.capacity) return [];
  const isRefused = (load: LoadRecord, size: number) =>
    load.points.some(({ batchSize, verdict }) => batchSize === size && verdict === 'refused');
  const invalid = ({ batchSize, verdict }: Point) =>
    verdict !== 'valid' && !(isRefused(base, batchSize) && isRefused(head, batchSize));
  return [
    { side: sides.base, load: base },
    { side: sides.head, load: head },
  ].flatMap(({ side, load }) =>
    load.points
      .filter(invalid)
      .map((point) => ({ side, size: point.batchSize, why: pointReason(point) }))
      .map((params) => new ToolkitError('COMPARE_INVALID', params)),
  );
}

/** Why two records of one kind are not comparable; nothing when they are. */
export function incomparable<R extends SuiteRecord | LoadRecord>(base: R, head: R): ToolkitError[] {
  const [before, after] = [factsOf(base), factsOf(head)];
  const all = new Map([...before, ...after]);
  const different = [...all].flatMap(([key, { what }]) => {
    const [was = '-', is = '-'] = [before.get(key)?.value, after.get(key)?.value];
    return was === is ? [] : [new ToolkitError('COMPARE_DIFFERS', { what, base: was, head: is })];
  });
  const cut = [
    { side: sides.base, run: base },
    { side: sides.head, run: head },
  ].flatMap(({ side, run }) =>
    run.interrupted || run.lost ? [new ToolkitError('COMPARE_CUT', { side, id: run.id })] : [],
  );
  const invalid = base.kind === 'load' && head.kind === 'load' ? invalidPoints(base, head) : [];
  return [...different, ...cut, ...invalid];
}
