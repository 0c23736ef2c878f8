import { tokenNames } from '../contracts/exchange.ts';
import { grouped } from '../contracts/grouped.ts';
import type { LoadRecord, Point } from '../contracts/record.ts';
import type { Locale } from './locale.ts';
import { pointsOf } from './model.ts';

/** What a refusal costs, as a share of a valid call: how many fewer seconds of the service it takes. */
interface Refusal {
  readonly point: Point;
  readonly share: number;
}

const isMeasured = ({ verdict }: Point) => verdict === 'valid' || verdict === 'generator-limited';

/** The refusals of one batch size beside its valid call. */
function refusalsOf(points: readonly Point[]): Refusal[] {
  const valid = points.find(({ token, verdict }) => token === 'valid' && verdict === 'valid');
  if (!valid) return [];
  return points
    .filter((point) => point.token !== 'valid' && isMeasured(point) && point.requestsPerSecond > 0)
    .map((point) => ({ point, share: valid.requestsPerSecond / point.requestsPerSecond }));
}

/** The dearest refusal of all. */
export function tokensCapacity(load: LoadRecord, { say, number, percent, lang }: Locale): string {
  const all = [...grouped(pointsOf(load), ({ batchSize }) => batchSize).values()].flatMap(refusalsOf);
  const [dearest] = all.toSorted((a, b) => b.share - a.share);
  if (!dearest) return say('noRefusalCost');
  const { point, share } = dearest;
  const token = tokenNames[point.token ?? 'valid'][lang];
  return say('refusalCost', { percent: percent(share), size: number(point.batchSize), token });
}

/** What each refusal costs, a line for each batch size. */
export function tokensDetails(load: LoadRecord, { say, number, percent, list, lang }: Locale): string[] {
  return [...grouped(pointsOf(load), ({ batchSize }) => batchSize)].flatMap(([batchSize, points]) => {
    const refusals = refusalsOf(points).map(({ point, share }) => {
      const atMost = point.verdict === 'generator-limited' ? '≤ ' : '';
      return `${tokenNames[point.token ?? 'valid'][lang]} ${atMost}${percent(share)}`;
    });
    return refusals.length > 0
      ? [say('refusalDetail', { size: number(batchSize), refusals: list(refusals) })]
      : [];
  });
}
