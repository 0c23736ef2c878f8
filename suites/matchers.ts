import { expect as base } from '@playwright/test';
import { describeFinding } from '../contracts/checks/registry.ts';
import type { Finding, Rule } from '../contracts/finding.ts';
import type { Judged } from './session.ts';

const maxShown = 10;

/** What was found, and everything needed to see it again. */
function report(
  matcher: string,
  { recorded, exchange, judgement, lang, replay }: Judged,
  concerns: (finding: Finding) => boolean,
): string {
  const { seed, index, curl, id, failure, response, totalMs } = recorded;
  const findings = recorded.findings.filter(concerns);
  const lines = findings
    .slice(0, maxShown)
    .map((finding) => `  ${finding.rule}  ${finding.at || '/'}  ${describeFinding(finding, lang)}`);
  if (findings.length > maxShown) lines.push(`  … ${findings.length - maxShown} more`);
  const batch =
    seed === undefined ? '-' : `${exchange.batch?.devices.length} devices, seed ${seed}, index ${index}`;
  const code = judgement.code === undefined ? '' : `, code ${judgement.code}`;
  const answer = response ? `HTTP ${response.status}${code}` : `none: ${failure} (${exchange.reason ?? ''})`;
  return [
    `${matcher}: ${findings.length} findings, outcome ${judgement.outcome}`,
    ...lines,
    `exchange  ${id}`,
    `batch     ${batch}`,
    `answer    ${answer}, ${totalMs.toFixed(1)} ms`,
    ...(replay === undefined ? [] : [`replay    ${replay}`]),
    `curl      ${curl}`,
  ].join('\n');
}

/** Whether a finding fails a case. */
export function breaks({ severity }: Finding, strict: boolean): boolean {
  return severity === 'violation' || (strict && severity === 'drift');
}

function matcher(name: string, concerns: (finding: Finding, judged: Judged) => boolean) {
  return (judged: Judged) => {
    const concerning = (finding: Finding) => concerns(finding, judged);
    const isAnswered = judged.exchange.response !== undefined;
    const pass = isAnswered && !judged.judgement.findings.some(concerning);
    return { name, pass, message: () => report(name, judged, concerning) };
  };
}

const law: ReadonlySet<Rule> = new Set(['batch-law', 'ownership']);

export const expect = base.extend({
  /** The exchange was answered, and the answer keeps every rule of the contract. */
  toSatisfyContract: matcher('toSatisfyContract', (finding, { strict }) => breaks(finding, strict)),
  /** Every device of the batch came back exactly once, in the list that its origin calls for. */
  toKeepBatchLaw: matcher(
    'toKeepBatchLaw',
    ({ rule, severity }) => severity === 'violation' && law.has(rule),
  ),
});
