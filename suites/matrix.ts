import type { MatrixRow } from '../contracts/record.ts';
import type { Suite } from './case.ts';
import { benchTransport, targetOf } from './faults/bench.ts';
import type { Fault, Variant } from './faults/fault.ts';
import { type CaseResult, runCases } from './run-cases.ts';
import { workbenchOf } from './workbench.ts';

/** How long to wait for what hangs. All else is waited for: on a busy machine, a late answer says nothing of the service. */
const timeoutMs = 2000;

/** Cases under way at once against one service. */
const casesAtOnce = 4;

/** What the reference service may play: a fault has the rule that must catch it, a correct variant has none. */
export type Played = Fault | Variant;

function verdictOf(played: Played, failed: readonly CaseResult[]): MatrixRow['verdict'] {
  if (!('rule' in played)) return failed.length > 0 ? 'falseAlarm' : 'passed';
  if (failed.length === 0) return 'missed';
  return failed.some(({ rules }) => rules.includes(played.rule)) ? 'caught' : 'misnamed';
}

/** Runs all suites against a reference service that plays a fault or a variant, and says what came of it. */
export async function play(played: Played, suites: readonly Suite[], seed: number): Promise<MatrixRow> {
  const startedAt = performance.now();
  const { name, text, settings = {}, hangs } = { settings: undefined, hangs: undefined, ...played };
  const target = await targetOf(played);
  const transport = benchTransport(hangs ? { timeoutMs } : {});
  const given = {
    tokenErrorStatus: 200,
    maxBatch: 100,
    ...settings,
    seed,
    strict: true,
    lang: 'en',
  } as const;
  try {
    const results = await runCases(suites, workbenchOf(target, transport, given), casesAtOnce);
    const failed = results.filter(({ status }) => status === 'failed');
    return {
      ...{ name, text },
      ...('rule' in played ? { kind: 'fault', rule: played.rule } : { kind: 'variant' }),
      verdict: verdictOf(played, failed),
      cases: results.filter(({ status }) => status !== 'skipped').length,
      requests: results.reduce((sum, { requests }) => sum + requests, 0),
      durationMs: performance.now() - startedAt,
      by: failed.map(({ suite, title, rules, requests, reason }) => {
        // What a caught fault failed with says nothing new.
        const isOdd = !('rule' in played) || !rules.includes(played.rule);
        return { suite, title, rules, requests, ...(isOdd && reason !== undefined && { reason }) };
      }),
    };
  } finally {
    await transport.close();
    await target.close();
  }
}
