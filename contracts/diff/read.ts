import { upgrade } from '@scalar/openapi-upgrader';
import { reasonOf, ToolkitError } from '../errors.ts';
import { type Imported, importPages, type Page } from '../knife4j/import.ts';
import type { Text } from '../text.ts';
import { parseYaml } from '../yaml.ts';
import { withBodies } from './forms.ts';
import { isObject, type Json, type JsonObject, lookup } from './json.ts';

/** Versions that are read; YAML makes numbers of unquoted ones. */
const versions = { swagger: /^2(?:\.0)?$/, openapi: /^3(?:\.[01](?:\.\d+)?)?$/ };

function unreadable(file: string, reason: Text | string): ToolkitError {
  return new ToolkitError('CONTRACT_UNREADABLE', { file, reason });
}

/** The value as plain JSON: no shared parts, as aliases leave them, and nothing that JSON has no word for. */
function plain(value: unknown, replace?: (key: string, one: Json) => Json): Json {
  return JSON.parse(JSON.stringify(value, replace) ?? 'null');
}

/** Field names with a change. The converter takes a field called `example` for an example of its model. */
function renamed(value: Json, change: (name: string) => string): Json {
  return plain(value, (key, one) =>
    key === 'properties' && isObject(one)
      ? Object.fromEntries(Object.entries(one).map(([name, field]) => [change(name), field]))
      : one,
  );
}

function upgraded(document: JsonObject): Json {
  const { swagger, openapi } = document;
  const version =
    swagger === undefined ? { openapi: `${openapi === 3 ? '3.0' : openapi}` } : { swagger: '2.0' };
  const marked = renamed({ ...withBodies(document), ...version }, (name) => `field ${name}`);
  return renamed(plain(upgrade(plain(marked), '3.1')), (name) => name.replace('field ', ''));
}

/** Keys whose values are data, not parts of the description. */
const data = new Set(['example', 'examples', 'default', 'enum', 'const']);

function referencesIn(value: Json): readonly string[] {
  if (!isObject(value)) return Array.isArray(value) ? value.flatMap(referencesIn) : [];
  const inside = Object.entries(value).filter(([key]) => !data.has(key) && !key.startsWith('x-'));
  return inside.flatMap(([key, one]) =>
    key === '$ref' && typeof one === 'string' ? [one] : referencesIn(one),
  );
}

/**
 * A description as OpenAPI 3.1: OpenAPI 3.1 as it is, OpenAPI 3.0 and Swagger 2.0 converted; YAML or JSON. Throws
 * CONTRACT_UNREADABLE, CONTRACT_VERSION.
 */
export function readDescription({ file, text }: Page): JsonObject {
  let document: Json;
  try {
    document = plain(parseYaml(text));
  } catch (error) {
    throw unreadable(file, reasonOf(error).split('\n')[0] ?? '');
  }
  const name = isObject(document)
    ? (['swagger', 'openapi'] as const).find((one) => one in document)
    : undefined;
  if (!isObject(document) || !name) {
    const reason = { en: 'it has neither "openapi" nor "swagger"', zh: '其中既没有 openapi 也没有 swagger' };
    throw unreadable(file, reason);
  }
  const version = String(document[name]);
  if (!versions[name].test(version)) throw new ToolkitError('CONTRACT_VERSION', { file, name, version });
  let current: Json;
  try {
    current = upgraded(document);
  } catch (error) {
    throw unreadable(file, reasonOf(error));
  }
  if (!isObject(current) || !isObject(current.paths ?? {})) {
    throw unreadable(file, { en: '"paths" is not a map', zh: 'paths 不是映射' });
  }
  const whole = current;
  const lost = referencesIn(whole).find((one) => lookup(whole, one).value === undefined);
  if (lost === undefined) return whole;
  throw unreadable(file, {
    en: `the reference ${lost} leads nowhere in this file`,
    zh: `引用 ${lost} 在此文件中不存在`,
  });
}

/** Pages as OpenAPI 3.1, and all that was said on the way. Throws CONTRACT_EMPTY when no operation could be read. */
export function readPages(
  path: string,
  pages: readonly Page[],
): { document: JsonObject; imported: Imported } {
  const imported = importPages(pages);
  const document = plain(imported.document);
  if (isObject(document) && Object.keys(imported.document.paths).length > 0) return { document, imported };
  throw new ToolkitError('CONTRACT_EMPTY', { file: path });
}
