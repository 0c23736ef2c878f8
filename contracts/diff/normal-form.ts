import { answersByCode } from './codes.ts';
import type { Facts } from './facts.ts';
import { below, type Found, follow, type JsonObject, listOf, objectOf } from './json.ts';
import { anything, type Field, type Node, nodeOf } from './schema-node.ts';
import { meaningOf, textsOf } from './texts.ts';

/** An operation in the one form that all descriptions of it share: what callers send, and what is answered. */
export interface Operation {
  readonly name: string;
  readonly request: Node;
  readonly answer: Node;
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
const authorization = 'Authorization header';

/** The path of the first server, which stands before every path of the description. */
function baseOf(document: JsonObject): string {
  const { url = '' } = objectOf(listOf(document.servers)[0]);
  return String(url).replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*|\/+$/gi, '');
}

/** A parameter, a header, the content of a media type: its schema, and what is said beside it. */
function schemaOf(document: JsonObject, { value, at }: Found, own = value.schema): Node {
  const { schema: _schema, required: _required, ...beside } = value;
  return nodeOf(document, [
    { value: beside, at },
    { value: own, at: below(at, 'schema') },
  ]);
}

/** A body or an answer by media type. A charset says nothing about JSON, and any type means JSON here. */
function contentOf(document: JsonObject, { value, at }: Found): Node {
  const fields = Object.entries(objectOf(value.content)).map(([type, media]): [string, Field] => {
    const bare = type.replace(/;.*$/s, '').trim().toLowerCase();
    const name = bare === '*/*' ? 'application/json' : bare;
    // The converter leaves nothing of the schema of bytes.
    const bytes = name === 'application/octet-stream' ? { type: 'string', format: 'binary' } : undefined;
    const mediaAt = below(at, 'content', type);
    const node = schemaOf(document, { value: objectOf(media), at: mediaAt }, bytes);
    return [name, { name, place: 'mediaType', at: mediaAt, node }];
  });
  // A side without any media type says nothing of them.
  const isSilent = fields.length === 0;
  const facts = new Map(isSilent ? [] : [['content', { words: ['described'], at: below(at, 'content') }]]);
  return { ...anything(at), texts: meaningOf(value.description, at), facts, fields: new Map(fields) };
}

function fieldOf(document: JsonObject, found: Found, place: string, name: string): Field {
  const { value, at } = found;
  const requiredAt = value.required === true ? below(at, 'required') : undefined;
  const node = place === 'body' ? contentOf(document, found) : schemaOf(document, found);
  return { name, place, at, requiredAt, node };
}

function answerOf(document: JsonObject, name: string, response: Found, at: string): Field {
  const { description, ...silent } = response.value;
  // What an import writes where the page says nothing.
  const value = description === `HTTP ${name}` ? silent : response.value;
  const place = /^[1-5](?:\d\d|XX)$|^default$/i.test(name) ? 'status' : 'code';
  return { name, place, at, node: contentOf(document, { ...response, value }) };
}

/** Parameters by place and name; those of the path by their position, since callers never write their names. */
function parametersOf(document: JsonObject, path: string, found: readonly Found[]): Map<string, Field> {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);
  const fields = found.map((one) => {
    const [place, name] = [String(one.value.in), String(one.value.name)];
    const key = { path: names.indexOf(name), header: name.toLowerCase() }[place] ?? name;
    return [`${place} ${key}`, fieldOf(document, one, place, name)] as const;
  });
  return new Map(fields);
}

/** The ways to authorize a call, without the names that a description gives them; none where none is needed. */
function securityOf(document: JsonObject, { value, at }: Found, header: Field | undefined): Facts {
  const schemes = objectOf(objectOf(document.components).securitySchemes);
  const wordFor = (key: string) => {
    const { type, in: place, name, scheme } = objectOf(schemes[key]);
    const words = type === 'apiKey' ? `${place} ${name}` : String(scheme ?? type ?? key);
    return /^(?:bearer|header authorization)$/i.test(words) ? authorization : words;
  };
  const stated = listOf(value.security ?? document.security).map((way) => Object.keys(objectOf(way)));
  const ways = stated.map((keys) => keys.map(wordFor).sort().join(' + '));
  const words = ways.length === 0 && header ? [authorization] : ways;
  const isNeeded = words.length > 0 && !words.includes('');
  return new Map(isNeeded ? [['security', { words, at: below(at, 'security') }]] : []);
}

function operationOf(document: JsonObject, path: string, method: string, item: Found): Operation {
  const at = below(item.at, method);
  const value = objectOf(item.value[method]);
  const listed = [item, { value, at }].flatMap((from) =>
    listOf(from.value.parameters).map((one, index) =>
      follow(document, one, below(from.at, 'parameters', index)),
    ),
  );
  const fields = parametersOf(document, path, listed);
  const facts = securityOf(document, { value, at }, fields.get('header authorization'));
  // Headers that OpenAPI describes elsewhere.
  for (const name of ['accept', 'content-type', 'authorization']) fields.delete(`header ${name}`);
  const body = follow(document, value.requestBody, below(at, 'requestBody'));
  if (value.requestBody) fields.set('body', fieldOf(document, body, 'body', 'body'));
  const responses = Object.entries(objectOf(value.responses)).filter(([name]) => !name.startsWith('x-'));
  const answers = responses.map(([name, response]) => {
    const place = below(at, 'responses', name);
    return answerOf(document, name, follow(document, response, place), place);
  });
  return {
    name: `${method.toUpperCase()} ${path}`,
    request: { ...anything(at), texts: textsOf([{ value, at }]), facts, fields },
    answer: { ...anything(at), fields: answersByCode(value, at, answers) },
  };
}

/**
 * The operations of an OpenAPI 3.1 description by method and path template. What is said of the description itself
 * (title, version, hosts, tags) is no part of the contract.
 */
export function operationsOf(document: JsonObject): ReadonlyMap<string, Operation> {
  const operations = Object.entries(objectOf(document.paths)).flatMap(([path, value]) => {
    const item = follow(document, value, below('#', 'paths', path));
    const full = baseOf(document) + path;
    const found = Object.keys(item.value).filter((method) => methods.has(method) && path.startsWith('/'));
    return found.map((method) => {
      const key = `${method} ${full.replace(/\{[^{}]*\}/g, '{}')}`;
      return [key, operationOf(document, full, method, item)] as const;
    });
  });
  return new Map(operations);
}
