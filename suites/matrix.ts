import { CredentialLedger } from '../contracts/checks/ledger.ts';
import type { Rule } from '../contracts/finding.ts';
import type { MatrixRow } from '../contracts/record.ts';
import type { Fault } from '../contracts/reference/fault.ts';
import { start } from '../contracts/reference/service.ts';
import { Redactor } from '../contracts/secrets.ts';
import { openTransport } from '../contracts/send.ts';
import { openTarget } from '../generators/target.ts';
import type { Suite } from './case.ts';
import { type CaseResult, runCases } from './run-cases.ts';

/** The reference service answers at once; what takes longer than this was meant to hang. */
const timeoutMs = 2000;

/** Cases under way at once against one service. */
const casesAtOnce = 4;

/** Services that play at once: while one of them hangs, the others go on. */
const servicesAtOnce = 3;

function verdictOf(rule: Rule | undefined, failed: readonly CaseResult[]): MatrixRow['verdict'] {
  if (rule === undefined) return failed.length > 0 ? 'falseAlarm' : 'passed';
  if (failed.length === 0) return 'missed';
  return failed.some(({ rules }) => rules.includes(rule)) ? 'caught' : 'misnamed';
}

/** Runs all suites against a reference service that plays a fault, or a correct variant, and says what came of it. */
export async function play(fault: Fault, suites: readonly Suite[], seed: number): Promise<MatrixRow> {
  const startedAt = performance.now();
  const target = await openTarget({}, (account) => start({ account, fault }));
  const transport = openTransport({ timeoutMs });
  const checkSettings = { tokenErrorStatus: 200, secrets: [target.token], ledger: new CredentialLedger() };
  const bench = { target, transport, checkSettings, redactor: new Redactor(), seed, maxBatch: 100 };
  try {
    const results = await runCases(suites, { ...bench, strict: true, lang: 'en' }, casesAtOnce);
    const failed = results.filter(({ status }) => status === 'failed');
    return {
      name: fault.name,
      kind: 'fault',
      text: fault.text,
      rule: fault.rule,
      verdict: verdictOf(fault.rule, failed),
      cases: results.filter(({ status }) => status !== 'skipped').length,
      requests: results.reduce((sum, { requests }) => sum + requests, 0),
      durationMs: performance.now() - startedAt,
      by: failed.map(({ suite, title, rules, requests }) => ({ suite, title, rules, requests })),
    };
  } finally {
    await transport.close();
    await target.close();
  }
}

/** Plays all of them, some at once, and gives the rows as they are done; ends early when it is aborted. */
export async function* playAll(
  faults: readonly Fault[],
  suites: readonly Suite[],
  seed: number,
  signal: AbortSignal,
): AsyncGenerator<MatrixRow> {
  const queue = faults.values();
  const underWay = new Map<Fault, Promise<{ readonly fault: Fault; readonly row: MatrixRow }>>();
  const next = () => {
    const { value: fault } = signal.aborted ? { value: undefined } : queue.next();
    if (fault)
      underWay.set(
        fault,
        play(fault, suites, seed).then((row) => ({ fault, row })),
      );
  };
  for (let i = 0; i < servicesAtOnce; i++) next();
  while (underWay.size > 0) {
    const { fault, row } = await Promise.race(underWay.values());
    underWay.delete(fault);
    next();
    yield row;
  }
}
