import { ink } from '../charts.ts';
import type { Range } from './by-size.ts';

/** Half of the line across an end, in pixels. */
const halfCap = 4;

/** The 95 % interval of each value of a category axis, as a line with ends; a lower bound has no upper one. */
export function errorBars(ranges: readonly (Range | undefined)[], color: string = ink) {
  const data = ranges.flatMap((range, i) => (range ? [[i, range.low, range.high ?? range.low]] : []));
  return {
    type: 'custom' as const,
    silent: true,
    data,
    encode: { x: 0, y: [1, 2] },
    z: 5,
    renderItem(_params: unknown, api: { value(i: number): unknown; coord(at: number[]): number[] }) {
      const [place, low, high] = [0, 1, 2].map((i) => Number(api.value(i)));
      const [x = 0, bottom = 0] = api.coord([place ?? 0, low ?? 0]);
      const [, top = 0] = api.coord([place ?? 0, high ?? 0]);
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line' as const,
        shape: { x1, y1, x2, y2 },
        style: { stroke: color, lineWidth: 1.25 },
      });
      return {
        type: 'group' as const,
        children: [
          line(x, bottom, x, top),
          ...[bottom, top].map((y) => line(x - halfCap, y, x + halfCap, y)),
        ],
      };
    },
  };
}
