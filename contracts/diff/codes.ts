import type { Answer, Content } from './content.ts';
import { below, type JsonObject, listOf, lookup, objectOf, textOf } from './json.ts';
import { anything, changed, type Member, type Node, type Shape, shapeOf } from './shape.ts';
import { wordsOf } from './texts.ts';

/** The codes that an answer can have; none where they are not fixed. */
function codesOf(shape: Shape): readonly string[] {
  return listOf(shape.open().fields.get('code')?.shape.open().facts.get('enum')?.value).map(String);
}

function hasCode(shape: Shape): boolean {
  return shape.open().fields.has('code');
}

function withFields(node: Node, change: (field: Member) => Member | undefined): Node {
  const fields = [...node.fields].flatMap(([key, field]) => {
    const result = change(field);
    return result ? [[key, result] as const] : [];
  });
  return { ...node, fields: new Map(fields) };
}

/** An answer with one code: that its code is fixed is said by the code itself. */
function withoutCode(shape: Shape): Shape {
  return changed(shape, 'code', (node) =>
    withFields(node, (field) => (field.name === 'code' ? { ...field, shape: anything(field.at) } : field)),
  );
}

/** The answer that a description has under a business code: it has the code, said or not. */
function withCode(shape: Shape): Shape {
  const code = {
    name: 'code',
    group: 'field',
    at: shape.at,
    requiredAt: shape.at,
    shape: anything(shape.at),
  };
  return changed(shape, 'coded', (node) => ({ ...node, fields: new Map([...node.fields, ['code', code]]) }));
}

function isPlain(shape: Shape): boolean {
  const { facts, fields, items, rest, branches } = shape.open();
  const types = listOf(facts.get('type')?.value);
  return fields.size === 0 && !items && !rest && !branches && !(types.length === 1 && types[0] === 'array');
}

/** What is known of an error answer that nobody described: the wrapper without data, as an import derives it. */
function derived(wrapper: Shape, code: string): Shape {
  const error = changed(wrapper, code, (node) =>
    withFields(node, (field) => {
      if (field.name === 'code') return { ...field, requiredAt: field.requiredAt ?? field.at };
      const isKept = field.name !== 'data' && isPlain(field.shape);
      return isKept ? { ...field, requiredAt: undefined } : undefined;
    }),
  );
  return withoutCode(error);
}

/** Codes that have answers of their own need not be excluded from the main answer. */
function withoutExcluded(shape: Shape, codes: ReadonlySet<string>): Shape {
  return changed(shape, 'main', (node) =>
    withFields(node, (field) => {
      if (field.name !== 'code') return field;
      const code = changed(field.shape, 'main', (inner) => {
        const excluded = inner.facts.get('not');
        const left = listOf(excluded?.value).filter((one) => !codes.has(String(one)));
        const facts = [...inner.facts].filter(([name]) => name !== 'not' || left.length > 0);
        const kept = facts.map(
          ([name, fact]) => [name, name === 'not' ? { ...fact, value: left } : fact] as const,
        );
        return { ...inner, facts: new Map(kept) };
      });
      return { ...field, shape: code };
    }),
  );
}

interface Split {
  readonly main: Shape;
  readonly byCode: ReadonlyMap<string, Shape>;
}

/** Stands for every code that has no answer of its own, where success is told apart from those. */
const otherCodes = '*';

/** A union that `code` tells apart, as the main answer and one answer by code; `undefined` for any other. */
function split(shape: Shape): Split | undefined {
  const branches = shape.open().branches ?? [];
  const told = branches.map((branch) => ({ branch, codes: codesOf(branch) }));
  const all = told.flatMap(({ codes }) => codes);
  const open = told.filter(({ codes }) => codes.length === 0);
  const isTold = branches.length > 0 && open.length < 2 && branches.every(hasCode);
  if (!isTold || new Set(all).size < all.length) return undefined;
  const fixed = (code: string | undefined) => told.find(({ codes }) => codes.some((one) => one === code));
  // A page does not say which code is success, so its main answer is the open one; beside 200, that is all others.
  const main = fixed('200') ?? open[0] ?? fixed('0') ?? fixed(all[0]);
  if (!main) return undefined;
  const others = told.filter((one) => one !== main);
  const keyed = others.flatMap(({ branch, codes }) =>
    (codes.length > 0 ? codes : [otherCodes]).map((code) => [code, branch] as const),
  );
  return { main: main.branch, byCode: new Map(keyed) };
}

function mapped(content: Content, change: (shape: Shape) => Shape): Content {
  return new Map([...content].map(([type, shape]) => [type, change(shape)]));
}

/** Answers that responses under a business code describe, as Swagger 2.0 must write them. */
function keyedAnswer(answer: Answer, main: Content): Answer {
  const isCoded = [...main.values()].some(hasCode);
  if (!isCoded) return answer;
  const own = mapped(answer.content, withCode);
  const wrappers = new Map([...main].filter(([, shape]) => hasCode(shape)));
  return {
    ...answer,
    content: own.size > 0 ? own : mapped(wrappers, (shape) => derived(shape, answer.name)),
  };
}

/** What the operation lists of its codes: their meanings, and codes that no schema tells. */
function listedAnswers(document: JsonObject, operation: JsonObject, at: string): Answer[] {
  return listOf(operation['x-business-codes']).map((one) => {
    const { code = '', meaning, schema } = objectOf(one);
    const { zh, en } = objectOf(meaning);
    const target = textOf(schema) && lookup(document, `#/components/schemas/${schema}`);
    const shape = target && shapeOf(document, [{ schema: target.value, at: target.at }]);
    return {
      kind: 'code',
      name: String(code),
      at: below(at, 'x-business-codes'),
      description: wordsOf(zh ?? en),
      headers: new Map(),
      content: new Map(shape ? [['application/json', withoutCode(shape)]] : []),
    };
  });
}

/**
 * Answers by HTTP status and by business code, whichever way a description writes its codes: as a union that `code`
 * tells apart, as responses under keys that are no HTTP status, or as a list beside a plain answer.
 */
export function answersByCode(
  document: JsonObject,
  operation: JsonObject,
  at: string,
  answers: readonly Answer[],
): ReadonlyMap<string, Answer> {
  const statuses = answers.filter(({ kind }) => kind === 'status');
  const main =
    statuses.find(({ name }) => name === '200') ?? statuses.find(({ content }) => content.size > 0);
  const splits = [...(main?.content ?? [])].map(([type, shape]) => {
    const { main: own = shape, byCode = new Map<string, Shape>() } = split(shape) ?? {};
    return { type, own, byCode };
  });
  const content: Content = new Map(splits.map(({ type, own }) => [type, own]));
  const successes = new Set([...content.values()].flatMap(codesOf));
  const known = new Set([...successes, ...splits.flatMap(({ byCode }) => [...byCode.keys()])]);
  const codes = new Map<string, Answer>();
  for (const { type, byCode } of splits) {
    for (const [code, shape] of byCode) {
      const before = codes.get(code);
      const answer = { kind: 'code', name: code, description: undefined, headers: new Map() } as const;
      const own = code === otherCodes ? withoutExcluded(shape, known) : withoutCode(shape);
      const all = new Map([...(before?.content ?? []), [type, own] as const]);
      codes.set(code, { ...answer, at: before?.at ?? shape.at, content: all });
    }
  }
  for (const answer of answers) {
    if (answer.kind === 'code' && !codes.has(answer.name))
      codes.set(answer.name, keyedAnswer(answer, content));
  }
  for (const listed of listedAnswers(document, operation, at)) {
    const told = codes.get(listed.name);
    if (told) codes.set(listed.name, { ...told, description: told.description ?? listed.description });
    else if (!successes.has(listed.name)) codes.set(listed.name, listed);
  }
  const names = new Set(codes.keys());
  const plain = mapped(content, (shape) => withoutExcluded(shape, names));
  const byStatus = statuses.map(
    (one) => [one.name, one === main ? { ...one, content: plain } : one] as const,
  );
  return new Map([...byStatus, ...[...codes].map(([name, one]) => [`code ${name}`, one] as const)]);
}
