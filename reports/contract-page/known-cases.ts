import type { Case, SuiteRecord } from '../../contracts/record.ts';
import type { Locale } from '../locale.ts';

/** A case that failed as it is known to. */
type KnownCase = Case & { readonly known: NonNullable<Case['known']> };

/** A known failure with fewer days left is pointed out. */
const soonDays = 7;

/** A mark of their own, for the eye. */
export const knownMark = '⚑';

/** The cases that failed as they are known to, those that may do so for the shortest time first. */
export function knownCases({ cases }: SuiteRecord): KnownCase[] {
  const known = cases.filter((one): one is KnownCase => one.known !== undefined);
  return known.toSorted((a, b) => a.known.until.localeCompare(b.known.until));
}

/** Days that a known failure holds after that of the run; 0 on its last one. */
function daysLeft({ known }: KnownCase, { startedAt }: SuiteRecord): number {
  const today = startedAt.slice(0, 10);
  return Math.round((Date.parse(known.until) - Date.parse(today)) / 86_400_000);
}

/** `days left: 3`, for a known failure that is about to expire. */
export function sayDaysLeft(one: KnownCase, suite: SuiteRecord, { say, number }: Locale): string | undefined {
  const days = daysLeft(one, suite);
  if (days > soonDays) return undefined;
  return days > 0 ? say('daysLeft', { days: number(days) }) : say('lastDay');
}

/** Who is to mend a known failure, until when, and why it fails. */
export function knownLine(
  { known: { owner, until, reason } }: Pick<KnownCase, 'known'>,
  { say }: Locale,
): string {
  return say('knownLine', { owner, until, reason });
}

/** The owners and dates of known failures that are about to expire, each once. */
export function soonToExpire(suite: SuiteRecord): string[] {
  const soon = knownCases(suite).filter((one) => daysLeft(one, suite) <= soonDays);
  return [...new Set(soon.map(({ known: { owner, until } }) => `${owner} ${until}`))];
}
