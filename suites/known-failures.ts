import type { Rule } from '../contracts/finding.ts';
import type { Problem } from '../contracts/record.ts';
import { fillAll, type Text } from '../contracts/text.ts';

/** A case that may fail for a while. */
export interface KnownFailure {
  /** `suite › title` */
  readonly case: string;
  /** The rules that may break; without them, any expectation of the case may fail. */
  readonly rules?: readonly Rule[] | undefined;
  readonly owner: string;
  /** The last day it holds, in UTC: `2026-12-31`. */
  readonly until: string;
  readonly reason: string;
}

/** How a case ended that was not skipped. */
export interface Ending {
  /** The rules that its answers broke. */
  readonly rules: readonly Rule[];
  /** Whose its failure is, when it failed. */
  readonly problem?: Problem | undefined;
}

/** What a case comes to, and what its known failure has to say, if it has one. */
export type CaseVerdict =
  | { readonly status: 'passed' }
  | { readonly status: 'known'; readonly entry: KnownFailure; readonly note: Text }
  | { readonly status: 'failed'; readonly note?: Text };

const texts = {
  known: {
    en: 'known failure of {owner} until {until}: {reason}',
    zh: '已知失败，{owner} 负责，有效期至 {until}：{reason}',
  },
  expired: {
    en: 'the known failure of {owner} expired, it held until {until}: mend "{name}", or agree on a new date',
    zh: '{owner} 负责的已知失败有效期至 {until}，现已过期：请修复“{name}”，或商定新的日期',
  },
  mended: {
    en: 'no longer fails: remove the entry "{name}" ({owner}, until {until}) from the known failures',
    zh: '不再失败：请从已知失败中删除条目“{name}”（{owner}，有效期至 {until}）',
  },
  otherRules: {
    en: 'the known failure of {owner} covers {covered}; a new failure: {others}',
    zh: '{owner} 负责的已知失败只涵盖 {covered}；新的失败：{others}',
  },
  noRule: {
    en: 'the known failure of {owner} covers {covered}; what failed here is none of the rules',
    zh: '{owner} 负责的已知失败只涵盖 {covered}；此处的失败不属于任何规则',
  },
  defect: {
    en: 'the known failure of {owner} does not cover what is no fault of an answer',
    zh: '{owner} 负责的已知失败不涵盖并非由应答引起的错误',
  },
} as const satisfies Record<string, Text>;

/** What a case comes to on a day, `2026-12-31`. Its own failures count as known only where its entry covers them. */
export function verdictOf(
  entries: readonly KnownFailure[],
  name: string,
  { rules, problem }: Ending,
  today: string,
): CaseVerdict {
  const entry = entries.find((one) => one.case === name);
  if (!entry) return { status: problem === undefined ? 'passed' : 'failed' };
  const { owner, until, rules: covered } = entry;
  const reason = entry.reason.trim().replace(/\s+/g, ' ');
  const others = rules.filter((rule) => !covered?.includes(rule));
  const note = (text: Text) =>
    fillAll(text, {
      name,
      owner,
      until,
      reason,
      covered: covered?.join(', ') ?? '',
      others: others.join(', '),
    });
  const failed = (text: Text): CaseVerdict => ({ status: 'failed', note: note(text) });
  if (until < today) return failed(texts.expired);
  if (problem === undefined) return failed(texts.mended);
  if (problem !== 'contract') return failed(texts.defect);
  if (covered && rules.length === 0) return failed(texts.noRule);
  if (covered && others.length > 0) return failed(texts.otherRules);
  return { status: 'known', entry, note: note(texts.known) };
}
