import type { Finding, Rule } from '../contracts/finding.ts';
import type { Observation } from '../contracts/observations.ts';
import { type Case, Skipped, type Suite } from './case.ts';
import { type Judged, Session } from './session.ts';
import type { Workbench } from './workbench.ts';

/** What came of a case. */
export interface CaseResult {
  readonly suite: string;
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** The rules that its answers broke. */
  readonly rules: readonly Rule[];
  /** Requests sent, whatever came of them. */
  readonly requests: number;
  readonly observations: readonly Observation[];
  /** Why it was skipped, or what it failed with. */
  readonly reason?: string;
}

async function runCase(
  suite: string,
  { title, run }: Case,
  bench: Workbench,
  see: (judged: Judged) => void,
): Promise<CaseResult> {
  const findings: Finding[] = [];
  const observations: Observation[] = [];
  let requests = 0;
  const session = new Session(bench, {
    testId: `${suite} › ${title}`,
    step(_title, body) {
      requests += 1;
      return body();
    },
    attach(judged) {
      findings.push(...judged.judgement.findings);
      see(judged);
    },
    report(finding) {
      findings.push(finding);
    },
    observe(observation) {
      observations.push(observation);
    },
  });
  const ended = (status: CaseResult['status'], error?: unknown): CaseResult => {
    const rules = findings.filter(({ severity }) => severity !== 'observation').map(({ rule }) => rule);
    const reason = error instanceof Error ? { reason: error.message } : {};
    return { suite, title, status, rules: [...new Set(rules)], requests, observations, ...reason };
  };
  try {
    await run(session);
    return ended('passed');
  } catch (error) {
    return ended(error instanceof Skipped ? 'skipped' : 'failed', error);
  }
}

/** Runs all cases in this process, so many at a time: for the matrix of faults, where Playwright takes too long. */
export async function runCases(
  suites: readonly Suite[],
  bench: Workbench,
  atOnce: number,
  see: (judged: Judged) => void = () => undefined,
): Promise<CaseResult[]> {
  const queue = suites.flatMap(({ name, cases }) => cases.map((one) => ({ name, one }))).values();
  const results: CaseResult[] = [];
  const work = async () => {
    for (const { name, one } of queue) results.push(await runCase(name, one, bench, see));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
