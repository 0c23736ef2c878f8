import type { MatrixRow } from '../contracts/record.ts';
import { Redactor } from '../contracts/secrets.ts';
import { openTransport } from '../contracts/send.ts';
import type { Suite } from './case.ts';
import { checkSettingsFor, targetOf } from './faults/bench.ts';
import type { Fault, Variant } from './faults/fault.ts';
import { type CaseResult, runCases } from './run-cases.ts';

/** The reference service answers at once; what takes longer than this was meant to hang. */
const timeoutMs = 2000;

/** Cases under way at once against one service. */
const casesAtOnce = 4;

/** Services that play at once: while one of them hangs, the others go on. */
const servicesAtOnce = 3;

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
  const { name, text, settings = {} } = { settings: undefined, ...played };
  const target = await targetOf(played);
  const transport = openTransport({ timeoutMs });
  const checkSettings = checkSettingsFor(target, settings.tokenErrorStatus);
  const maxBatch = settings.maxBatch ?? 100;
  const bench = { target, transport, checkSettings, redactor: new Redactor(), seed, maxBatch };
  try {
    const results = await runCases(suites, { ...bench, strict: true, lang: 'en' }, casesAtOnce);
    const failed = results.filter(({ status }) => status === 'failed');
    return {
      ...{ name, text },
      ...('rule' in played ? { kind: 'fault', rule: played.rule } : { kind: 'variant' }),
      verdict: verdictOf(played, failed),
      cases: results.filter(({ status }) => status !== 'skipped').length,
      requests: results.reduce((sum, { requests }) => sum + requests, 0),
      durationMs: performance.now() - startedAt,
      by: failed.map(({ suite, title, rules, requests, reason }) => {
        return { suite, title, rules, requests, ...(reason !== undefined && { reason }) };
      }),
    };
  } finally {
    await transport.close();
    await target.close();
  }
}

/** Plays all of them, some at once, and gives the rows as they are done; ends early when it is aborted. */
export async function* playAll(
  all: readonly Played[],
  suites: readonly Suite[],
  seed: number,
  signal: AbortSignal,
): AsyncGenerator<MatrixRow> {
  const queue = all.values();
  const underWay = new Map<Played, Promise<{ readonly played: Played; readonly row: MatrixRow }>>();
  const next = () => {
    const { value: played } = signal.aborted ? { value: undefined } : queue.next();
    if (played)
      underWay.set(
        played,
        play(played, suites, seed).then((row) => ({ played, row })),
      );
  };
  for (let i = 0; i < servicesAtOnce; i++) next();
  while (underWay.size > 0) {
    const { played, row } = await Promise.race(underWay.values());
    underWay.delete(played);
    next();
    yield row;
  }
}
