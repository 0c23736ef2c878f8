import type { Exchange } from '../exchange.ts';
import type { Finding, Rule } from '../finding.ts';
import { type Outcome, outcomeOf } from '../outcome.ts';
import { fill, type Lang, type Text } from '../text.ts';
import { batchLaw } from './batch-law.ts';
import { businessCode } from './business-code.ts';
import type { Check, Kind } from './check.ts';
import { credential } from './credential.ts';
import { drift } from './drift.ts';
import { encoding } from './encoding.ts';
import { envelope } from './envelope.ts';
import { failureReason } from './failure-reason.ts';
import { httpStatus } from './http-status.ts';
import { leak } from './leak.ts';
import { mediaType } from './media-type.ts';
import { ownership } from './ownership.ts';
import { type CheckSettings, viewOf } from './view.ts';

/** All checks, in the order they run and are reported. */
export const checks: readonly Check[] = [
  httpStatus,
  mediaType,
  encoding,
  envelope,
  businessCode,
  batchLaw,
  ownership,
  credential,
  failureReason,
  leak,
  drift,
];

/** More findings of one rule in one answer say nothing new. */
const maxFindingsPerRule = 20;

/** What an exchange came to. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  /** The business code, when the answer has one. */
  readonly code?: number;
}

/** Holds an exchange against the contract. */
export function judge(exchange: Exchange, settings: CheckSettings): Judgement {
  const { response } = exchange;
  if (!response) {
    const findings = checks.flatMap((check) => check.inspectFailure(exchange));
    return { outcome: outcomeOf(exchange, findings, { succeeded: 0, failed: 0 }), findings };
  }
  const view = viewOf(exchange, response, settings);
  const findings = checks.flatMap((check) => check.inspect(view).slice(0, maxFindingsPerRule));
  const code = view.code === undefined ? {} : { code: view.code };
  const said = { ...code, succeeded: view.succeeded.length, failed: view.failed.length };
  return { outcome: outcomeOf(exchange, findings, said), findings, ...code };
}

/** Title of each rule. */
export const ruleTitles: ReadonlyMap<Rule, Text> = new Map(checks.map(({ rule, title }) => [rule, title]));

/** The kind of a finding, or `undefined` where a record names none: what objects inherit is no kind. */
export function kindOf({ rule, params }: Finding): Kind | undefined {
  const kinds = checks.find((check) => check.rule === rule)?.kinds;
  return kinds && Object.hasOwn(kinds, params.kind) ? kinds[params.kind] : undefined;
}

/** A finding in words of a language. */
export function describeFinding(finding: Finding, lang: Lang): string {
  const kind = kindOf(finding);
  return kind ? fill(kind, lang, finding.params) : finding.message;
}
