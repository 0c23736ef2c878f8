import type { RunRecord } from '../../../contracts/record.ts';
import { repeatCommand } from '../../command.ts';
import { headlineOf } from '../../headline.ts';
import type { Locale } from '../../locale.ts';
import { type Records, wasInterrupted } from '../../model.ts';
import type { Result, TestCase } from './test-suite.ts';

/** What it takes to make a run again. */
export function runProperties(record: RunRecord): Record<string, string> {
  const { id, seed, target, tool } = record;
  return {
    run: id,
    target: target.url,
    seed: String(seed),
    version: tool.commit === null ? tool.version : `${tool.version} (${tool.commit})`,
    command: repeatCommand(record),
  };
}

/** What the headline says, as the reason why a run has no answer. */
export function unanswered(records: Records, type: string, locale: Locale): Result {
  const { title, capacity, details } = headlineOf(records, locale);
  const lines = [...(capacity === undefined ? [] : [capacity]), ...details];
  return { kind: 'error', type, message: [title, ...lines.slice(0, 1)].join(': '), text: lines.join('\n') };
}

/** Whether a run came to its end. */
export function runCase(records: Records, locale: Locale): TestCase {
  const result = wasInterrupted(records) ? unanswered(records, 'interrupted', locale) : undefined;
  return { name: 'the run came to its end', durationMs: 0, result };
}
