/** What a plan takes for granted where nobody says: shown on the page, and to be changed in its fields. */
export const assumed = {
  /** The share of what a replica carries that it is given. */
  utilisation: 0.7,
  /** A month. */
  growth: 0.05,
  /** Replicas that may fail. */
  spare: 1,
} as const;
