/** Characters to add, remove or replace to make one text of the other. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= other.length; j++) {
      const [left = 0, up = 0, diagonal = 0] = [row[j - 1], above[j], above[j - 1]];
      row.push(Math.min(left + 1, up + 1, diagonal + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
  }
  return row.at(-1) ?? 0;
}

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
