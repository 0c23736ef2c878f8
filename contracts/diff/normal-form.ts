import { below, follow, type JsonObject, listOf, objectOf } from './json.ts';
import { type Operation, operationOf } from './operation.ts';

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** The path of the first server, which stands before every path of the description. */
function baseOf(document: JsonObject): string {
  const { url } = objectOf(listOf(document.servers)[0]);
  const path = typeof url === 'string' ? url.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, '') : '';
  return path.replace(/\/+$/, '');
}

/**
 * The operations of an OpenAPI 3.1 description by method and path template, in the form that every way to describe
 * them shares. What is said of the description itself (title, version, hosts, tags) is no part of the contract.
 */
export function operationsOf(document: JsonObject): ReadonlyMap<string, Operation> {
  const base = baseOf(document);
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(objectOf(document.paths))) {
    if (!path.startsWith('/')) continue;
    const found = follow(document, item, below('#', 'paths', path));
    const full = base + path;
    for (const method of Object.keys(found.value).filter((one) => methods.has(one))) {
      const template = full.replace(/\{[^{}]*\}/g, '{}');
      operations.set(`${method} ${template}`, operationOf(document, full, method, found));
    }
  }
  return operations;
}
