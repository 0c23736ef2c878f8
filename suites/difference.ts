import { describeFinding } from '../contracts/checks/registry.ts';
import type { Finding } from '../contracts/finding.ts';
import type { Judged } from './session.ts';

/** What a later answer says otherwise than an earlier one: findings of the later one. */
export interface Difference {
  readonly earlier: Judged;
  readonly later: Judged;
  readonly findings: readonly Finding[];
}

const maxShown = 10;

function exchangeLines({ recorded: { id, seed, index, curl }, replay }: Judged): string {
  const again = replay === undefined ? '' : `replay    ${replay}\n`;
  return `exchange  ${id}, seed ${seed ?? '-'}, index ${index ?? '-'}\n${again}curl      ${curl}`;
}

/** The findings in words, and what it takes to make both answers of each again. */
export function describeDifferences(differences: readonly Difference[]): string {
  const count = differences.reduce((sum, { findings }) => sum + findings.length, 0);
  const lines = differences.flatMap(({ earlier, later, findings }) => [
    ...findings.map((finding) => `  ${finding.rule}  ${finding.at}  ${describeFinding(finding, later.lang)}`),
    exchangeLines(earlier),
    exchangeLines(later),
  ]);
  const rest = lines.length - 3 * maxShown;
  return [
    `answers that must be alike differ: ${count} findings`,
    ...lines.slice(0, 3 * maxShown),
    ...(rest > 0 ? [`  … ${rest} more lines`] : []),
  ].join('\n');
}
