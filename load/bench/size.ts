/** How much is measured. */
export interface Size {
  readonly batchSizes: readonly number[];
  readonly rounds: number;
  readonly warmupMs: number;
  readonly durationMs: number;
  readonly pacings: number;
  readonly freezes: number;
  /** Of autocannon. */
  readonly bareFreezes: number;
}

export const full: Size = {
  batchSizes: [1, 10, 100, 1000],
  rounds: 5,
  warmupMs: 300,
  durationMs: 1200,
  pacings: 3,
  freezes: 20,
  bareFreezes: 3,
};

export const quick: Size = {
  batchSizes: [1, 100],
  rounds: 2,
  warmupMs: 300,
  durationMs: 700,
  pacings: 1,
  freezes: 2,
  bareFreezes: 1,
};
