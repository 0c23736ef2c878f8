/** Products of what cannot be written in binary miss a whole number by a hair. */
const hair = 1e-9;

/** The next whole number from below. */
export function wholeUp(value: number): number {
  return Math.ceil(value - hair);
}

/** The next whole number from above. */
export function wholeDown(value: number): number {
  return Math.floor(value + hair);
}

/** Whole months for which what grows by a share a month stays within the most; nothing where it does not grow. */
export function wholeMonths(now: number, most: number, growth: number): number | undefined {
  return growth > 0 ? Math.max(0, wholeDown(Math.log(most / now) / Math.log(1 + growth))) : undefined;
}
