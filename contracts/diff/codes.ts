import { isFixed } from './facts.ts';
import { below, type JsonObject, listOf, objectOf } from './json.ts';
import { anything, type Case, type Field, type Node, nodeOf } from './schema-node.ts';
import { meaningOf } from './texts.ts';

/** Stands for every code that has no answer of its own, where success is told apart from those. */
const otherCodes = '*';

const nameOf = (word: string) => word.replace(/^"(.*)"$/, '$1');

/** The codes that an answer can have; none where they are not fixed. */
function codesOf(node: Node | undefined): readonly string[] {
  const values = node?.fields.get('code')?.node.facts.get('type');
  return values && isFixed(values) ? values.words.map(nameOf) : [];
}

function withFields(node: Node, mark: string, fields: Iterable<readonly [string, Field]>): Node {
  return { ...node, id: `${node.id} ${mark}`, fields: new Map(fields) };
}

/** The answer under a code: it has that code, said or not. */
function coded(node: Node): Node {
  const { at } = node;
  const code = { name: 'code', place: 'field', at, requiredAt: at, node: anything(at) };
  return withFields(node, 'coded', [...node.fields, ['code', code]]);
}

/** An answer that need not exclude the codes that have answers of their own. */
function including(node: Node, codes: ReadonlySet<string>): Node {
  const code = node.fields.get('code');
  const excluded = code?.node.facts.get('not');
  if (!code || !excluded) return node;
  const words = excluded.words.filter((word) => !codes.has(nameOf(word)));
  const others = [...code.node.facts].filter(([name]) => name !== 'not');
  const facts = new Map(words.length > 0 ? [...others, ['not', { ...excluded, words }]] : others);
  const open = { ...code.node, id: `${code.node.id} ${words}`, facts };
  return withFields(node, 'open', [...node.fields, ['code', { ...code, node: open }]]);
}

/** What is known of an error answer that nobody described: the wrapper without data, as an import derives it. */
function derived(wrapper: Node): Node {
  const plain = [...wrapper.fields].filter(([name, { node }]) => {
    const isList = node.facts.get('type')?.words.includes('array');
    return name !== 'data' && !isList && !node.branches && node.fields.size + node.inner.size === 0;
  });
  const optional = plain.map(([name, field]) => [name, { ...field, requiredAt: undefined }] as const);
  return coded(withFields(wrapper, 'derived', optional));
}

interface Split {
  readonly main: Node;
  readonly byCode: ReadonlyMap<string, Node>;
}

/** A union that `code` tells apart, as the main answer and one answer by code; any other is the main answer. */
function split(node: Node): Split {
  const told = (node.branches ?? []).map((branch) => ({ branch, codes: codesOf(branch) }));
  const all = told.flatMap(({ codes }) => codes);
  const open = told.filter(({ codes }) => codes.length === 0);
  const isTold = open.length < 2 && told.every(({ branch }) => branch.fields.has('code'));
  const fixed = (code: string | undefined) => told.find(({ codes }) => codes.some((one) => one === code));
  // A page does not say which code is success, so its main answer is the open one; beside 200, that is all others.
  const main = fixed('200') ?? open[0] ?? fixed('0') ?? fixed(all[0]);
  if (!main || !isTold || new Set(all).size < all.length) return { main: node, byCode: new Map() };
  const byCode = told.flatMap((one): (readonly [string, Node])[] => {
    if (one === main) return [];
    const answer = coded(one.branch);
    return one.codes.length > 0
      ? one.codes.map((code) => [code, answer])
      : [[otherCodes, including(one.branch, new Set(all))]];
  });
  return { main: main.branch, byCode: new Map(byCode) };
}

/**
 * Answers by HTTP status and by business code, whichever way a description writes its codes: as a union that `code`
 * tells apart, as responses under keys that are no HTTP status, or as a list beside a plain answer.
 */
export function answersByCode(
  document: JsonObject,
  operation: JsonObject,
  at: string,
  answers: readonly Case[],
): readonly Case[] {
  const statuses = answers.filter(({ kind }) => kind === 'status');
  const main = statuses.find(({ name }) => name === '200') ?? statuses.find(({ node }) => node.cases);
  const media = main?.node.cases ?? [];
  const json = media.find(({ name }) => name.endsWith('json')) ?? media[0];
  const { main: success, byCode } = split(json?.node ?? anything(at));
  const codes = new Map(byCode);
  for (const { kind, name, node } of answers) {
    if (kind === 'status' || codes.has(name)) continue;
    const own = node.cases?.[0]?.node;
    const answer = own ? coded(own) : success.fields.has('code') ? derived(success) : anything(node.at);
    codes.set(name, { ...answer, at: node.at, texts: node.texts });
  }
  for (const one of listOf(operation['x-business-codes'])) {
    const { code, meaning, schema } = objectOf(one);
    const name = String(code);
    const { zh, en } = objectOf(meaning);
    const own = { schema: { $ref: `#/components/schemas/${schema}` }, at: below(at, 'x-business-codes') };
    const listed = schema === undefined ? anything(own.at) : coded(nodeOf(document, [own]));
    const texts = meaningOf(zh ?? en, own.at);
    const known = codes.get(name);
    if (!codesOf(success).includes(name) || known)
      codes.set(name, { ...(known ?? listed), texts: new Map([...texts, ...(known?.texts ?? [])]) });
  }
  const plain = including(success, new Set(codes.keys()));
  const cases = media.map((one) => (one === json ? { ...one, node: plain } : one));
  return [
    ...statuses.map((one) =>
      one === main && one.node.cases ? { ...one, node: { ...one.node, cases } } : one,
    ),
    ...[...codes].map(([name, node]): Case => ({ kind: 'code', name, node })),
  ];
}
