import { type RandomStream, shuffle } from '../../generators/random.ts';

/** The two services that are compared. */
export type SideName = 'base' | 'head';

/** Batch sizes and numbers of connections, each with each. */
export interface Loads {
  readonly batchSizes: readonly number[];
  readonly connections: readonly number[];
}

/** One measurement of one side. */
export interface Turn {
  readonly block: number;
  readonly side: SideName;
  readonly batchSize: number;
  readonly connections: number;
}

/**
 * When each side is measured. In a block, both sides come one right after the other under each load. Which of them comes first
 * is drawn for each pair of blocks, and turned round in the second of the pair (ABBA or BAAB): what grows or fades evenly
 * meets both alike. The loads take turns in random order.
 */
export function turnsOf({ batchSizes, connections }: Loads, blocks: number, stream: RandomStream): Turn[] {
  const loads = batchSizes.flatMap((batchSize) =>
    connections.map((count) => ({ batchSize, connections: count })),
  );
  const order = loads.map((_, i) => i);
  let startsWithBase = loads.map(() => true);
  return Array.from({ length: blocks }, (_, i) => i + 1).flatMap((block) => {
    startsWithBase = startsWithBase.map((was) => (block % 2 === 1 ? stream.below(2) === 0 : !was));
    shuffle(order, stream);
    return order.flatMap((place) => {
      const load = loads[place];
      const sides: SideName[] = startsWithBase[place] ? ['base', 'head'] : ['head', 'base'];
      return load ? sides.map((side) => ({ block, side, ...load })) : [];
    });
  });
}
