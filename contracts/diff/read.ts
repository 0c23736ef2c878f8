import { upgrade } from '@scalar/openapi-upgrader';
import { reasonOf, ToolkitError } from '../errors.ts';
import { importPages, type Page } from '../knife4j/import.ts';
import type { Text } from '../text.ts';
import { parseYaml } from '../yaml.ts';
import { isObject, type Json, type JsonObject, listOf, lookup, objectOf } from './json.ts';

/** Versions that are read; YAML makes numbers of unquoted ones. */
const versions = { swagger: /^2(?:\.0)?$/, openapi: /^3(?:\.[01](?:\.\d+)?)?$/ };
/** Keys whose values are data, not parts of the description. */
const data = /^(?:examples?|default|enum|const|x-.*)$/;
const [urlEncoded, multipart] = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** The value as plain JSON: no shared parts, as aliases leave them, and nothing that JSON has no word for. */
function plain(value: unknown, replace?: (key: string, one: Json) => Json | undefined): Json {
  return JSON.parse(JSON.stringify(value, replace) ?? 'null');
}

/** An operation of Swagger 2.0 with its form as one body; anything else as it is. */
function withBody(operation: Json): Json {
  if (!isObject(operation)) return operation;
  const parameters = listOf(operation.parameters).map(objectOf);
  const form = parameters.filter((one) => one.in === 'formData');
  if (form.length === 0) return operation;
  const properties = Object.fromEntries(form.map(({ in: _, name, ...one }) => [`${name}`, one]));
  const required = form.filter((one) => one.required === true).map(({ name = '' }) => name);
  const schema = { type: 'object', properties, required };
  const body = { in: 'body', name: 'form', required: required.length > 0, schema };
  const isUpload = listOf(operation.consumes).includes(multipart) || form.some(({ type }) => type === 'file');
  const others = parameters.filter((one) => one.in !== 'formData');
  return { ...operation, consumes: [isUpload ? multipart : urlEncoded], parameters: [...others, body] };
}

const renamed = (fields: JsonObject, change: (name: string) => string): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [change(name), field]));

/**
 * The description as OpenAPI 3.1. What springfox writes goes around two defects of the converter: it takes a field
 * called `example` for an example of its model, and keeps but type and format of the fields of a form.
 */
function upgraded({ swagger, openapi, ...document }: JsonObject): Json {
  const version =
    swagger === undefined ? { openapi: openapi === 3 ? '3.0' : `${openapi}` } : { swagger: '2.0' };
  const marked = plain({ ...version, ...document }, (key, one) =>
    key === 'properties' && isObject(one) ? renamed(one, (name) => `field ${name}`) : withBody(one),
  );
  return plain(upgrade(marked, '3.1'), (key, one) =>
    key === 'properties' && isObject(one) ? renamed(one, (name) => name.replace('field ', '')) : one,
  );
}

function lostReference(document: JsonObject): string | undefined {
  let lost: string | undefined;
  plain(document, (key, one) => {
    if (key === '$ref' && typeof one === 'string' && lookup(document, one).value === undefined) lost ??= one;
    return data.test(key) ? undefined : one;
  });
  return lost;
}

/**
 * A description as OpenAPI 3.1: OpenAPI 3.1 as it is, OpenAPI 3.0 and Swagger 2.0 converted; YAML or JSON. Throws
 * CONTRACT_UNREADABLE, CONTRACT_VERSION.
 */
export function readDescription({ file, text }: Page): JsonObject {
  const unreadable = (reason: Text | string) => new ToolkitError('CONTRACT_UNREADABLE', { file, reason });
  try {
    const document = objectOf(plain(parseYaml(text)));
    const name = (['swagger', 'openapi'] as const).find((one) => one in document);
    const neither = { en: 'it has neither "openapi" nor "swagger"', zh: '其中既没有 openapi 也没有 swagger' };
    if (!name) throw unreadable(neither);
    const version = String(document[name]);
    if (!versions[name].test(version)) throw new ToolkitError('CONTRACT_VERSION', { file, name, version });
    const current = objectOf(upgraded(document));
    if (!isObject(current.paths ?? {}))
      throw unreadable({ en: '"paths" is not a map', zh: 'paths 不是映射' });
    const lost = lostReference(current);
    if (lost === undefined) return current;
    throw unreadable({
      en: `the reference ${lost} leads nowhere in this file`,
      zh: `引用 ${lost} 在此文件中不存在`,
    });
  } catch (error) {
    throw error instanceof ToolkitError ? error : unreadable(reasonOf(error).split('\n')[0] ?? '');
  }
}

/** Pages as OpenAPI 3.1, and all that was said on the way. Throws CONTRACT_EMPTY when no operation could be read. */
export function readPages(path: string, pages: readonly Page[]) {
  const imported = importPages(pages);
  const document = objectOf(plain(imported.document));
  if (Object.keys(imported.document.paths).length > 0) return { document, imported };
  throw new ToolkitError('CONTRACT_EMPTY', { file: path });
}
