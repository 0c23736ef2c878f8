import { isFixed } from './facts.ts';
import { below, type JsonObject, listOf, objectOf } from './json.ts';
import { anything, type Field, type Node } from './schema-node.ts';
import { meaningOf } from './texts.ts';

/** Stands for every code that has no answer of its own, where success is told apart from those. */
const otherCodes = '*';

/** The codes that an answer can have; none where they are not fixed. */
function codesOf(node: Node): readonly string[] {
  const values = node.fields.get('code')?.node.facts.get('type');
  return values && isFixed(values) ? values.words.map((word) => word.replace(/^"(.*)"$/, '$1')) : [];
}

/** The answer under a code: it has that code, said or not. */
function coded(node: Node): Node {
  const { at } = node;
  const code = { name: 'code', place: 'field', at, requiredAt: at, node: anything(at) };
  return { ...node, id: `${node.id} coded`, fields: new Map([...node.fields, ['code', code]]) };
}

/** The answer of codes that are not listed: that it excludes those that have answers of their own says nothing new. */
function open(node: Node): Node {
  const code = node.fields.get('code');
  if (!code) return node;
  const facts = new Map([...code.node.facts].filter(([name]) => name !== 'not'));
  const field = { ...code, node: { ...code.node, id: `${code.node.id} open`, facts } };
  return { ...node, id: `${node.id} open`, fields: new Map([...node.fields, ['code', field]]) };
}

/** A union that `code` tells apart, as the main answer and one answer by code; any other is the main answer. */
function split(node: Node): { readonly main: Node; readonly byCode: ReadonlyMap<string, Node> } {
  const told = (node.branches ?? []).map((branch) => ({ branch, codes: codesOf(branch) }));
  const all = told.flatMap(({ codes }) => codes);
  const rest = told.filter(({ codes }) => codes.length === 0);
  const isTold = rest.length < 2 && told.every(({ branch }) => branch.fields.has('code'));
  const fixed = (code: string | undefined) => told.find(({ codes }) => codes.some((one) => one === code));
  // A page does not say which code is success, so its main answer is the open one; beside 200, that is all others.
  const main = fixed('200') ?? rest[0] ?? fixed('0') ?? fixed(all[0]);
  if (!main || !isTold || new Set(all).size < all.length) return { main: node, byCode: new Map() };
  const byCode = told.flatMap((one) => {
    const names = one === main ? [] : one.codes.length > 0 ? one.codes : [otherCodes];
    const answer = one.codes.length > 0 ? coded(one.branch) : open(one.branch);
    return names.map((name) => [name, answer] as const);
  });
  return { main: open(main.branch), byCode: new Map(byCode) };
}

/**
 * Answers by HTTP status and by business code, whichever way a description writes its codes: as a union that `code`
 * tells apart, as responses under keys that are no HTTP status, or as a list beside a plain answer.
 */
export function answersByCode(operation: JsonObject, at: string, answers: readonly Field[]): Node['fields'] {
  const mediaOf = ({ node }: Field) => [...node.fields.values()].filter(({ place }) => place === 'mediaType');
  const statuses = answers.filter(({ place }) => place === 'status');
  const main = statuses.find(({ name }) => name === '200') ?? statuses.find((one) => mediaOf(one).length > 0);
  const media = main ? mediaOf(main) : [];
  const json = media.find(({ name }) => name.endsWith('json')) ?? media[0];
  const { main: success, byCode } = split(json?.node ?? anything(at));
  const others = answers.filter(({ place }) => place === 'code');
  const keyed = others.map((one): [string, Node] => {
    const [own] = mediaOf(one);
    const node = own ? coded(own.node) : { ...anything(at), isUnknown: true as const };
    return [one.name, { ...node, at: one.at, texts: one.node.texts }];
  });
  const listAt = below(at, 'x-business-codes');
  const listed = listOf(operation['x-business-codes']).map((one): [string, Node] => {
    const { code, meaning } = objectOf(one);
    const { zh, en } = objectOf(meaning);
    return [String(code), { ...anything(listAt), texts: meaningOf(zh ?? en, listAt), isUnknown: true }];
  });
  const codes = new Map(byCode);
  for (const [name, node] of [...keyed, ...listed]) {
    const known = codes.get(name) ?? node;
    const texts = new Map([...node.texts, ...known.texts]);
    if (!codesOf(success).includes(name)) codes.set(name, { ...known, texts });
  }
  const fields = statuses.map((one): Field => {
    if (one !== main || !json) return one;
    const own = new Map([...one.node.fields, [json.name, { ...json, node: success }]]);
    return { ...one, node: { ...one.node, fields: own } };
  });
  const byName = [...codes].map(([name, node]): Field => ({ name, place: 'code', at: node.at, node }));
  return new Map([...fields, ...byName].map((one) => [`${one.place} ${one.name}`, one]));
}
