import { describeFinding, ruleTitles } from '../../contracts/checks/registry.ts';
import { describedAt, operationPointer } from '../../contracts/described-at.ts';
import type { Finding } from '../../contracts/finding.ts';
import { isRecord, readJson } from '../../contracts/json.ts';
import type { Case, RecordedExchange } from '../../contracts/record.ts';
import type { Text } from '../../contracts/text.ts';
import type { Locale } from '../locale.ts';
import { otherRuleTitles } from '../texts/formats.ts';
import { cut } from './cut.ts';

export type OtherRule = keyof typeof otherRuleTitles;

/** Something that is wrong, said once however many cases came upon it. */
export interface Issue {
  readonly level: 'error' | 'warning' | 'note';
  readonly rule: Finding['rule'] | OtherRule;
  /** The same in every run that comes upon it: nothing drawn at random is in it. */
  readonly key: string;
  readonly message: string;
  /** JSON Pointer into the description of what it is about; none where it is not about the service. */
  readonly pointer?: string;
  /** Where it showed. */
  readonly cases: readonly string[];
  /** The command that shows it again. */
  readonly replay?: string | undefined;
  readonly known?: Case['known'];
}

/** What goes wrong with a run, rather than with the service. */
export const aboutRun: ReadonlySet<Issue['rule']> = new Set([
  'environment',
  'credentials',
  'toolkit',
  'interrupted',
]);

const levels = { violation: 'error', drift: 'warning', observation: 'note' } as const;

function codeOf(exchange: RecordedExchange | undefined): number | undefined {
  const answer = readJson(exchange?.response?.body ?? '');
  return isRecord(answer) && typeof answer.code === 'number' ? answer.code : undefined;
}

/** A finding as an issue; members of lists are one, since which of them it is depends on the seed. */
export function findingIssue(
  finding: Finding,
  place: Pick<Issue, 'cases' | 'replay' | 'known'> & { readonly exchange?: RecordedExchange | undefined },
  locale: Locale,
): Issue {
  const { rule, at, severity, params } = finding;
  const { exchange, ...rest } = place;
  return {
    level: levels[severity],
    rule,
    key: [rule, params.kind, at.replace(/\/\d+(?=\/|$)/g, '/*'), rest.known ? rest.cases[0] : ''].join(' '),
    message: describeFinding(finding, locale.lang),
    pointer: describedAt(finding, codeOf(exchange)),
    ...rest,
  };
}

/** An issue that no single answer shows. */
export function otherIssue(
  rule: OtherRule,
  name: string,
  message: string,
  more: Partial<Pick<Issue, 'level' | 'cases' | 'replay'>> = {},
): Issue {
  const key = `${rule} ${name}`.trim();
  const place = aboutRun.has(rule) ? {} : { pointer: operationPointer };
  return { level: 'error', rule, key, message, cases: [], ...place, ...more };
}

/** A name that is longer tells no case from another. */
const nameLength = 200;

/** Cases of an issue that are named; the others are counted. */
export const maxCases = 3;

/** Where an issue showed, the first few cases by name. */
export function sayCases({ cases }: Issue, { say, list, number }: Locale): string[] {
  if (cases.length === 0) return [];
  const rest = cases.length - maxCases;
  const names = [
    ...cases.slice(0, maxCases).map((name) => cut(name, nameLength)),
    ...(rest > 0 ? [say('moreCases', { count: number(rest) })] : []),
  ];
  return [say(cases.length > 1 ? 'inCases' : 'inCase', { count: number(cases.length), cases: list(names) })];
}

/** The title of the rule that an issue is of. */
export function issueTitle(rule: Issue['rule']): Text {
  return isOther(rule) ? otherRuleTitles[rule] : (ruleTitles.get(rule) ?? { en: rule, zh: rule });
}

/** Whether a rule is none of the contract. */
export function isOther(rule: Issue['rule']): rule is OtherRule {
  return Object.hasOwn(otherRuleTitles, rule);
}
