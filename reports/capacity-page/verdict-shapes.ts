import type { Point } from '../../contracts/record.ts';
import { paper } from '../charts.ts';

/** Outlines of the marks of two percentiles, around the origin. */
const outlines = {
  circle: 'M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z',
  triangle: 'M0,-1L1,1L-1,1Z',
} as const;

export type Shape = keyof typeof outlines;

const cross = 'M-1,-1L1,1M-1,1L1,-1';

/**
 * The mark of a value by the verdict on its point, so that what is not valid looks it without colour: filled where it is valid,
 * hollow where it was not steady, hollow and crossed where the generator was the limit, else a cross alone.
 */
export function markOf(verdict: Point['verdict'], shape: Shape, color: string) {
  const line = { borderColor: color, borderWidth: 1.5 };
  if (verdict === 'valid') return { symbol: shape, itemStyle: { color, borderWidth: 0 } };
  if (verdict === 'not-steady') return { symbol: shape, itemStyle: { color: paper, ...line } };
  if (verdict === 'generator-limited')
    return { symbol: `path://${outlines[shape]}${cross}`, itemStyle: { color: paper, ...line } };
  return { symbol: `path://${cross}`, itemStyle: { color: 'none', ...line } };
}

/** The same marks as characters, for tables and legends. */
export const verdictGlyphs: Readonly<Record<Point['verdict'], string>> = {
  valid: '●',
  'not-steady': '○',
  'generator-limited': '⊗',
  failed: '✕',
  refused: '✕',
};
