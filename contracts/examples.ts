import type { Case, RecordedExchange } from './record.ts';

/** The exchanges that a record keeps: those of cases that did not pass, and the first one of each outcome. */
export function examplesOf(
  cases: readonly Case[],
  exchanges: readonly RecordedExchange[],
): RecordedExchange[] {
  const passed = new Set(
    cases.filter(({ status }) => status === 'passed').flatMap(({ exchangeIds }) => exchangeIds),
  );
  const shown = new Set<RecordedExchange['outcome']>();
  return exchanges.filter(({ id, outcome }) => {
    const isKept = !passed.has(id) || !shown.has(outcome);
    if (isKept) shown.add(outcome);
    return isKept;
  });
}
