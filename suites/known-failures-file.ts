import { readFileSync } from 'node:fs';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import { rules } from '../contracts/finding.ts';
import { isRecord, keysOf, valueAt } from '../contracts/json.ts';
import { type Validator, validatorOf } from '../contracts/json-schema.ts';
import { fillAll, type Text } from '../contracts/text.ts';
import { parseYaml } from '../contracts/yaml.ts';
import type { Suite } from './case.ts';
import schema from './known-failures.schema.json' with { type: 'json' };
import type { KnownFailure } from './known-failures.ts';
import { nearestCase } from './nearest.ts';

/** An entry as it is written: for one case, or for several. */
type Entry = Omit<KnownFailure, 'case'> & { readonly case: string | readonly string[] };

const document = validatorOf<readonly Entry[]>(schema);

const aText: Text = { en: 'a text', zh: '非空文本' };

/** What each field must be. */
const expected: Readonly<Record<string, Text>> = {
  case: { en: 'a case, "suite › title", or a list of them', zh: '用例“套件 › 标题”或其列表' },
  rules: { en: `a list of ${rules.join(', ')}`, zh: `由以下规则组成的列表：${rules.join('、')}` },
  owner: aText,
  until: { en: 'a date such as "2026-12-31"', zh: '日期，例如“2026-12-31”' },
  reason: aText,
};

const texts = {
  file: { en: 'the file', zh: '文件' },
  entry: { en: 'entry {number}', zh: '第 {number} 条' },
  field: { en: 'entry {number}: {field}', zh: '第 {number} 条的 {field}' },
  list: { en: 'a list of entries', zh: '条目列表' },
  object: { en: 'an object with case, owner, until and reason', zh: '含 case、owner、until、reason 的对象' },
  nearest: { en: 'Did you mean "{nearest}"?', zh: '是否想写“{nearest}”？' },
  asPrinted: {
    en: 'It must be "suite › title", as the suites print it.',
    zh: '应为“套件 › 标题”，与测试输出一致。',
  },
} as const satisfies Record<string, Text>;

/** A value as a message shows it. */
function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? '-';
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}

type SchemaProblem = ReturnType<Validator<unknown>['problems']>[number];

function shapeProblem({ instancePath, keyword, params }: SchemaProblem, content: unknown): ToolkitError {
  const keys = keysOf(instancePath);
  const [index, field] = keys;
  const value = shown(valueAt(content, keys));
  if (index === undefined) {
    const at = { place: texts.file, value, expected: texts.list };
    return new ToolkitError('KNOWN_FAILURE_VALUE', at);
  }
  const entry = { number: Number(index) + 1, place: texts.entry };
  if (keyword === 'required') {
    const missing = String(params.missingProperty);
    const lack = { field: missing, expected: expected[missing] ?? aText };
    return new ToolkitError('KNOWN_FAILURE_MISSING', { ...entry, ...lack });
  }
  if (keyword === 'additionalProperties') {
    return new ToolkitError('KNOWN_FAILURE_FIELD', { ...entry, field: String(params.additionalProperty) });
  }
  if (field === undefined) {
    return new ToolkitError('KNOWN_FAILURE_VALUE', { ...entry, value, expected: texts.object });
  }
  return fieldProblem(entry.number, field, value);
}

function fieldProblem(number: number, field: string, value: string): ToolkitError {
  const at = { number, place: texts.field, field, value, expected: expected[field] ?? aText };
  return new ToolkitError('KNOWN_FAILURE_VALUE', at);
}

/** Whether a text is a day of the calendar. */
function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Dates that are none; our compiler of schemas does not look at formats. */
function dateProblems(content: readonly unknown[]): ToolkitError[] {
  return content.flatMap((entry, i) => {
    const until = isRecord(entry) ? entry.until : undefined;
    return typeof until === 'string' && !isDay(until) ? [fieldProblem(i + 1, 'until', shown(until))] : [];
  });
}

/** Cases that there are not, and cases that stand there twice. */
function caseProblems(content: readonly unknown[], cases: readonly string[]): ToolkitError[] {
  const first = new Map<string, number>();
  return content.flatMap((entry, i) => {
    const named: readonly unknown[] = isRecord(entry) ? [entry.case].flat() : [];
    return named.flatMap((value) => {
      if (typeof value !== 'string' || value === '') return [];
      const at = { number: i + 1, place: texts.entry, value };
      const earlier = first.get(value);
      if (earlier !== undefined)
        return [new ToolkitError('KNOWN_FAILURE_REPEATED', { ...at, first: earlier })];
      first.set(value, i + 1);
      if (cases.includes(value)) return [];
      const nearest = nearestCase(value, cases);
      const hint = nearest === undefined ? texts.asPrinted : fillAll(texts.nearest, { nearest });
      return [new ToolkitError('KNOWN_FAILURE_CASE', { ...at, hint })];
    });
  });
}

/**
 * Reads a YAML or JSON file of known failures of these suites; an empty file has none. Throws
 * KNOWN_FAILURES_UNREADABLE, or KNOWN_FAILURES with every problem at once.
 */
export function readKnownFailures(file: string, suites: readonly Suite[]): KnownFailure[] {
  let content: unknown;
  try {
    content = parseYaml<unknown>(readFileSync(file, 'utf8')) ?? [];
  } catch (error) {
    const [reason = ''] = reasonOf(error).split('\n');
    throw new ToolkitError('KNOWN_FAILURES_UNREADABLE', { file, reason });
  }
  const cases = suites.flatMap(({ name, cases }) => cases.map(({ title }) => `${name} › ${title}`));
  const entries: readonly unknown[] = Array.isArray(content) ? content : [];
  const problems = [
    ...document.problems(content).map((problem) => shapeProblem(problem, content)),
    ...dateProblems(entries),
    ...caseProblems(entries, cases),
  ];
  if (problems.length > 0 || !document.test(content)) {
    const byEntry = (one: ToolkitError, other: ToolkitError) =>
      Number(one.params.number ?? 0) - Number(other.params.number ?? 0);
    throw new ToolkitError('KNOWN_FAILURES', { file, count: problems.length }, problems.sort(byEntry));
  }
  return content.flatMap(({ case: named, ...entry }) =>
    [named].flat().map((name): KnownFailure => ({ ...entry, case: name })),
  );
}
