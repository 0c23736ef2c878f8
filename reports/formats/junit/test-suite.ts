/** What became of a test, where it did not pass. `failure`: the service is to blame; `error`: something else. */
export interface Result {
  readonly kind: 'failure' | 'error' | 'skipped';
  /** A word for machines: the rule, or whose problem it is. */
  readonly type: string;
  /** One line. */
  readonly message: string;
  /** All that there is to say. */
  readonly text: string;
}

/** A test as CI servers count them; its name is the same in every run and language. */
export interface TestCase {
  readonly name: string;
  readonly durationMs: number;
  readonly result?: Result | undefined;
}

export interface TestSuite {
  readonly name: string;
  /** ISO 8601 */
  readonly startedAt: string;
  /** What the tests have in common; empty where another suite of the run says it. */
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly TestCase[];
}

/** What was not tested, and why. */
export function skipped(text: string): Result {
  return { kind: 'skipped', type: 'skipped', message: text, text };
}
