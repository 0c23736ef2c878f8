import type { Point } from '../../contracts/record.ts';

/** What tells a point apart from the others of a run, by name; the same in the next run of the same plan. */
export function pointLabels(point: Point, points: readonly Point[]): Record<string, string | number> {
  const { batchSize, connections, token, phase } = point;
  const alike = points.filter(
    (one) =>
      one.batchSize === batchSize &&
      one.connections === connections &&
      one.token === token &&
      one.phase === phase,
  );
  return {
    batch_size: batchSize,
    ...(connections !== undefined && { connections }),
    ...(token && { token }),
    ...(phase && { phase }),
    ...(alike.length > 1 && { step: alike.indexOf(point) + 1 }),
  };
}
