import { answersByCode } from './codes.ts';
import type { Facts } from './facts.ts';
import { below, type Found, follow, type JsonObject, listOf, objectOf } from './json.ts';
import { anything, type Case, type Field, type Node, nodeOf } from './schema-node.ts';
import { meaningOf, textsOf } from './texts.ts';

/** An operation in the one form that all descriptions of it share: what callers send, and what is answered. */
export interface Operation {
  readonly name: string;
  readonly at: string;
  readonly request: Node;
  readonly answer: Node;
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
/** Headers that OpenAPI describes elsewhere. */
const reserved = ['accept', 'content-type', 'authorization'];
const authorization = 'Authorization header';

/** The path of the first server, which stands before every path of the description. */
function baseOf(document: JsonObject): string {
  const { url } = objectOf(listOf(document.servers)[0]);
  const path = typeof url === 'string' ? url.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, '') : '';
  return path.replace(/\/+$/, '');
}

/** The type alone: a parameter such as the charset says nothing about JSON, and any type means JSON here. */
function spelled(type: string): string {
  const bare = type.replace(/;.*$/s, '').trim().toLowerCase();
  return bare === '*/*' || bare === '*' ? 'application/json' : bare;
}

function contentOf(document: JsonObject, { value, at }: Found): readonly Case[] | undefined {
  const cases = Object.entries(objectOf(value.content)).map(([type, media]): Case => {
    const { schema, ...texts } = objectOf(media);
    const mediaAt = below(at, 'content', type);
    const name = spelled(type);
    // The converter leaves nothing of the schema of bytes.
    const own = name === 'application/octet-stream' ? { type: 'string', format: 'binary' } : schema;
    const sources = [
      { value: texts, at: mediaAt },
      { value: own, at: below(mediaAt, 'schema') },
    ];
    return { kind: 'mediaType', name, node: nodeOf(document, sources) };
  });
  return cases.length > 0 ? cases : undefined;
}

/** A parameter or a header. */
function fieldOf(document: JsonObject, { value, at }: Found, place: string, name: string): Field {
  const { schema, required, ...texts } = value;
  const sources = [
    { value: texts, at },
    { value: schema, at: below(at, 'schema') },
  ];
  const requiredAt = required === true ? below(at, 'required') : undefined;
  return { name, place, at, requiredAt, node: nodeOf(document, sources) };
}

function bodyOf(document: JsonObject, requestBody: Found): Field {
  const { value, at } = requestBody;
  const cases = contentOf(document, requestBody);
  // A form stands for its fields: Swagger 2.0 and pages have no word for the form itself.
  const forms = cases?.filter(({ name }) => name.includes('form')) ?? [];
  const fields = forms.flatMap(({ node }) => [...node.fields.values()]);
  const byForm = fields.find((field) => field.requiredAt !== undefined)?.requiredAt;
  const requiredAt = value.required === true ? below(at, 'required') : byForm;
  const node = { ...anything(at), texts: meaningOf(value.description, at), cases };
  return { name: 'body', place: 'body', at, requiredAt, node };
}

function answerOf(document: JsonObject, name: string, response: Found, at: string): Case {
  const headers = Object.entries(objectOf(response.value.headers)).map(([header, one]) => {
    const found = follow(document, one, below(response.at, 'headers', header));
    return [`header ${header.toLowerCase()}`, fieldOf(document, found, 'header', header)] as const;
  });
  const { description } = response.value;
  // What an import writes where the page says nothing.
  const texts = description === `HTTP ${name}` ? new Map() : meaningOf(description, response.at);
  const node = { ...anything(at), texts, fields: new Map(headers), cases: contentOf(document, response) };
  return { kind: /^[1-5](?:\d\d|XX)$|^default$/i.test(name) ? 'status' : 'code', name, node };
}

/** The ways to authorize a call, without the names that a description gives them; none where none is needed. */
function securityOf(document: JsonObject, operation: JsonObject, at: string, hasHeader: boolean): Facts {
  const schemes = objectOf(objectOf(document.components).securitySchemes);
  const word = (key: string) => {
    const { type, in: place, name, scheme } = objectOf(schemes[key]);
    const isHeader = place === 'header' && String(name).toLowerCase() === 'authorization';
    if (isHeader || String(scheme).toLowerCase() === 'bearer') return authorization;
    return type === 'apiKey' ? `${place} ${name}` : String(scheme ?? type ?? key);
  };
  const ways = listOf(operation.security ?? document.security).map((way) =>
    Object.keys(objectOf(way)).map(word).sort().join(' + '),
  );
  const words = ways.length === 0 && hasHeader ? [authorization] : ways;
  const isNeeded = words.length > 0 && !words.includes('');
  return new Map(isNeeded ? [['security', { words, at: below(at, 'security') }]] : []);
}

function operationOf(document: JsonObject, path: string, method: string, item: Found): Operation {
  const at = below(item.at, method);
  const operation = objectOf(item.value[method]);
  const parameters = [
    { list: item.value.parameters, from: item.at },
    { list: operation.parameters, from: at },
  ].flatMap(({ list, from }) =>
    listOf(list).map((one, index) => follow(document, one, below(from, 'parameters', index))),
  );
  // Parameters of the path go by their position, since callers never write their names.
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const fields = new Map<string, Field>();
  let hasHeader = false;
  for (const found of parameters) {
    const [place, name] = [String(found.value.in), String(found.value.name)];
    const spelling = place === 'header' ? name.toLowerCase() : place === 'path' ? names.indexOf(name) : name;
    if (spelling === 'authorization') hasHeader = true;
    if (place === 'header' && reserved.includes(name.toLowerCase())) continue;
    fields.set(`${place} ${spelling}`, fieldOf(document, found, place, name));
  }
  const { requestBody } = operation;
  const body = requestBody && follow(document, requestBody, below(at, 'requestBody'));
  if (body) fields.set('body', bodyOf(document, body));
  const answers = Object.entries(objectOf(operation.responses))
    .filter(([name]) => !name.startsWith('x-'))
    .map(([name, response]) => {
      const responseAt = below(at, 'responses', name);
      return answerOf(document, name, follow(document, response, responseAt), responseAt);
    });
  const facts = securityOf(document, operation, at, hasHeader);
  const texts = textsOf([{ value: operation, at }]);
  return {
    name: `${method.toUpperCase()} ${path}`,
    at,
    request: { ...anything(at), texts, facts, fields },
    answer: { ...anything(at), cases: answersByCode(operation, at, answers) },
  };
}

/**
 * The operations of an OpenAPI 3.1 description by method and path template. What is said of the description itself
 * (title, version, hosts, tags) is no part of the contract.
 */
export function operationsOf(document: JsonObject): ReadonlyMap<string, Operation> {
  const base = baseOf(document);
  const operations = Object.entries(objectOf(document.paths)).flatMap(([path, value]) => {
    const item = follow(document, value, below('#', 'paths', path));
    const found = Object.keys(item.value).filter((method) => methods.has(method) && path.startsWith('/'));
    const template = (base + path).replace(/\{[^{}]*\}/g, '{}');
    return found.map(
      (method) => [`${method} ${template}`, operationOf(document, base + path, method, item)] as const,
    );
  });
  return new Map(operations);
}
