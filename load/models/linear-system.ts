/** Solves a small system of linear equations by elimination with pivoting; undefined where it is singular. */
export function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | undefined {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const candidates = rows.slice(column);
    const sizes = candidates.map((row) => Math.abs(row[column] ?? 0));
    const [pivot = []] = rows.splice(column + sizes.indexOf(Math.max(...sizes)), 1);
    const lead = pivot[column] ?? 0;
    if (!(Math.abs(lead) > 0)) return undefined;
    const scaled = pivot.map((value) => value / lead);
    for (const [i, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      rows[i] = row.map((value, j) => value - factor * (scaled[j] ?? 0));
    }
    rows.splice(column, 0, scaled);
  }
  return rows.map((row) => row[size] ?? Number.NaN);
}
