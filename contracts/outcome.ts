import type { Exchange, TokenState } from './exchange.ts';
import type { Finding } from './finding.ts';
import type { Text } from './text.ts';

/** Every exchange has exactly one outcome; the first that applies, in this order. */
export const outcomes = [
  'aborted',
  'timeout',
  'socketError',
  'httpError',
  'contractViolation',
  'tokenMissing',
  'tokenInvalid',
  'otherCode',
  'allFailed',
  'partial',
  'success',
] as const;

export type Outcome = (typeof outcomes)[number];

/** How often each outcome occurred: never yet. */
export const noOutcomes: Readonly<Record<Outcome, number>> = {
  aborted: 0,
  timeout: 0,
  socketError: 0,
  httpError: 0,
  contractViolation: 0,
  tokenMissing: 0,
  tokenInvalid: 0,
  otherCode: 0,
  allFailed: 0,
  partial: 0,
  success: 0,
};

/** The outcomes that occurred, with how often, the good ones first. */
export function occurred(counts: Readonly<Record<Outcome, number>>): (readonly [Outcome, number])[] {
  return outcomes
    .toReversed()
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => [outcome, counts[outcome]]);
}

export const outcomeNames: Readonly<Record<Outcome, Text>> = {
  aborted: { en: 'aborted', zh: '已中止' },
  timeout: { en: 'timed out', zh: '超时' },
  socketError: { en: 'connection lost', zh: '连接中断' },
  httpError: { en: 'HTTP error', zh: 'HTTP 错误' },
  contractViolation: { en: 'contract violated', zh: '违反契约' },
  tokenMissing: { en: 'token missing (5106)', zh: '缺少 token（5106）' },
  tokenInvalid: { en: 'token refused (5032)', zh: 'token 无效（5032）' },
  otherCode: { en: 'other business code', zh: '其他业务码' },
  allFailed: { en: 'all devices failed', zh: '全部失败' },
  partial: { en: 'partly failed', zh: '部分失败' },
  success: { en: 'success', zh: '成功' },
};

const goodByToken: Readonly<Record<TokenState, ReadonlySet<Outcome>>> = {
  valid: new Set<Outcome>(['success', 'partial', 'allFailed']),
  missing: new Set<Outcome>(['tokenMissing']),
  invalid: new Set<Outcome>(['tokenInvalid']),
  expired: new Set<Outcome>(['tokenInvalid']),
  refresh: new Set<Outcome>(['tokenInvalid']),
};

/** The outcomes that do the job: every device answered for, or a token refused that must be. */
export function goodOutcomes(token: TokenState = 'valid'): ReadonlySet<Outcome> {
  return goodByToken[token];
}

/** How many of these did the job. */
export function goodOf(counts: Readonly<Record<Outcome, number>>, token?: TokenState): number {
  return [...goodOutcomes(token)].reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** Answers that come whether or not the service keeps the contract: from a gateway, or not at all. */
export const notOfTheService: ReadonlySet<Outcome> = new Set([
  'aborted',
  'timeout',
  'socketError',
  'httpError',
]);

/** How many answers broke the contract; of a token that must be refused, any that does not refuse it as it must. */
export function brokenOf(counts: Readonly<Record<Outcome, number>>, token: TokenState = 'valid'): number {
  if (token === 'valid') return counts.contractViolation;
  const answers = outcomes.filter((outcome) => !notOfTheService.has(outcome));
  return answers.reduce((sum, outcome) => sum + counts[outcome], 0) - goodOf(counts, token);
}

/** What an answer said, as far as its outcome depends on it. */
export interface Said {
  readonly code?: number;
  readonly succeeded: number;
  readonly failed: number;
}

const codeOutcomes = new Map<number, Outcome>([
  [5106, 'tokenMissing'],
  [5032, 'tokenInvalid'],
]);

/** Whether a business code says that a token is missing or not valid. */
export function isTokenError(code: unknown): boolean {
  return typeof code === 'number' && codeOutcomes.has(code);
}

/**
 * The outcome of an exchange from what the checks found.
 * A well-formed error answer keeps the outcome of its code even when that code was the wrong one:
 * under load, "the token ran out" and "this size is refused" must stay apart from a broken answer.
 */
export function outcomeOf(exchange: Exchange, findings: readonly Finding[], said: Said): Outcome {
  if (exchange.failure === 'aborted') return 'aborted';
  if (exchange.failure === 'timeout') return 'timeout';
  if (exchange.failure === 'socket') return 'socketError';
  const violations = findings.filter((finding) => finding.severity === 'violation');
  if (violations.some((finding) => finding.rule === 'http-status')) return 'httpError';
  if (said.code === undefined && (exchange.response?.status ?? 0) >= 400) return 'httpError';
  const isError = said.code !== undefined && said.code !== 200;
  if (violations.some((finding) => !(isError && finding.rule === 'business-code')))
    return 'contractViolation';
  if (isError) return codeOutcomes.get(said.code) ?? 'otherCode';
  if (said.failed === 0) return 'success';
  return said.succeeded === 0 ? 'allFailed' : 'partial';
}
