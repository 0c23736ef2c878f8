/** Characters to add, remove or replace to make one text of the other. */
export function edits(one: string, other: string): number {
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

/** The name a text comes closest to, whatever its case; none when that is not close. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  const ranked = names.map((name) => ({ name, distance: edits(wanted, name.toLowerCase()) }));
  const [best] = ranked.sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, text.length / 3) ? best.name : undefined;
}
