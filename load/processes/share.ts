/** A whole in so many parts, as even as whole numbers allow: 10 in 4 is 3, 3, 2 and 2. */
export function split(whole: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, i) => Math.floor(whole / parts) + (i < whole % parts ? 1 : 0));
}

/** Deals out in turn: the i-th goes to hand i modulo the number of hands. Together they hold every one, in order. */
export function dealt(moments: Iterator<number, void>, hands: number): Float64Array[] {
  const piles = Array.from({ length: hands }, (): number[] => []);
  let turn = 0;
  for (let next = moments.next(); !next.done; next = moments.next()) piles[turn++ % hands]?.push(next.value);
  return piles.map((pile) => Float64Array.from(pile));
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/**
 * What a hand sends when things are sent in turn, over and over, and each hand sends every `hands`-th of them: the same,
 * at the same turn, as one hand alone.
 */
export function dealtCycle<T>(things: readonly T[], hand: number, hands: number): T[] {
  const length = things.length / greatestDivisor(things.length, hands);
  return Array.from({ length }, (_, i) => things[(i * hands + hand) % things.length]).filter(
    (thing) => thing !== undefined,
  );
}
