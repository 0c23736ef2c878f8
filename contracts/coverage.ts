import { type Point, pointsOf } from './coverage-points.ts';
import type { Description, Place } from './description.ts';
import { readJson } from './json.ts';
import type { RecordedExchange, SuiteRecord } from './record.ts';

/** Counts what of an operation's contract a run tried and saw, from the exchanges themselves. */
export class Coverage {
  readonly #open: Set<Point>;
  readonly #points: readonly Point[];

  constructor(description: Description, place: Place) {
    this.#points = pointsOf(description, place);
    this.#open = new Set(this.#points);
  }

  /** Takes note of an exchange. */
  see(recorded: RecordedExchange): void {
    if (this.#open.size === 0) return;
    const seen = {
      recorded,
      sent: readJson(recorded.request.body),
      received: readJson(recorded.response?.body ?? ''),
    };
    for (const point of this.#open) if (point.isIn(seen)) this.#open.delete(point);
  }

  /** Every point, in the order of the contract, as the record keeps it. */
  result(): SuiteRecord['coverage'] {
    const points = this.#points.map((point) => {
      const { id, text, lack } = point;
      return { id, text, isCovered: !this.#open.has(point), ...(lack && { lack }) };
    });
    return { points, covered: points.filter(({ isCovered }) => isCovered).length, total: points.length };
  }
}
