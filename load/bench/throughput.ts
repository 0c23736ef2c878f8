import type { Figures } from './order.ts';

/** One that is compared with others. */
export interface Contender<Name extends string> {
  readonly name: Name;
  measure(batchSize: number): Promise<Figures>;
}

/** The rounds of a contender at a batch size. */
export interface Cell<Name extends string> {
  readonly name: Name;
  readonly batchSize: number;
  readonly rounds: readonly Figures[];
}

export interface Comparison<Name extends string> {
  readonly contenders: readonly Contender<Name>[];
  readonly batchSizes: readonly number[];
  readonly rounds: number;
  /** Before a measurement begins. */
  onStep(batchSize: number, name: NoInfer<Name>): void;
}

/**
 * Compares at each batch size. All take turns in each round, and each round begins with another one, so that what slows
 * the machine for a while slows all of them.
 */
export async function compare<Name extends string>(comparison: Comparison<Name>): Promise<Cell<Name>[]> {
  const { contenders, batchSizes, rounds, onStep } = comparison;
  const cells = batchSizes.flatMap((batchSize) =>
    contenders.map((contender) => ({ contender, batchSize, rounds: [] as Figures[] })),
  );
  for (const batchSize of batchSizes) {
    const row = cells.filter((cell) => cell.batchSize === batchSize);
    for (let round = 0; round < rounds; round++) {
      const first = round % row.length;
      for (const cell of [...row.slice(first), ...row.slice(0, first)]) {
        onStep(batchSize, cell.contender.name);
        cell.rounds.push(await cell.contender.measure(batchSize));
      }
    }
  }
  return cells.map(({ contender: { name }, ...cell }) => ({ name, ...cell }));
}
