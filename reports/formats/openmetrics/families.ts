import type { Text } from '../../../contracts/text.ts';

export type Labels = Readonly<Record<string, string | number>>;

/** A number, and what it is of. */
export interface Sample {
  /** What follows the name of its family. */
  readonly suffix?: '_total' | '_info' | '_sum' | '_count';
  readonly labels: Labels;
  readonly value: number;
  /** ISO 8601: when it was known. */
  readonly at: string;
}

/** Samples of one name. */
export interface Family {
  readonly name: string;
  readonly type: 'gauge' | 'counter' | 'summary' | 'info';
  /** The end of its name. */
  readonly unit?: string;
  readonly help: Text;
  readonly samples: readonly Sample[];
}
