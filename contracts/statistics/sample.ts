/** A measured y at an x. */
export interface Sample {
  readonly x: number;
  readonly y: number;
}
