import { edits } from '../contracts/nearest.ts';

/** The case, `suite › title`, that a text comes closest to; none when that is not close. A title alone will do. */
export function nearestCase(text: string, cases: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  const ranked = cases.map((name) => {
    const whole = name.toLowerCase();
    const [, title = ''] = whole.split(' › ');
    return { name, distance: Math.min(edits(wanted, whole), edits(wanted, title) + 1) };
  });
  const [best] = ranked.sort((a, b) => a.distance - b.distance);
  return best && best.distance <= text.length / 3 ? best.name : undefined;
}
