import { follow, isObject, type Json, type JsonObject, listOf, objectOf } from './json.ts';

const urlEncoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';

/** What a parameter says of itself, as opposed to its value. */
const aboutParameter = ['name', 'in', 'required', 'description', 'collectionFormat', 'allowEmptyValue'];

function fieldOf(parameter: JsonObject): Json {
  const kept = Object.entries(parameter).filter(([name]) => !aboutParameter.includes(name));
  const { description } = parameter;
  return { ...Object.fromEntries(kept), ...(description === undefined ? {} : { description }) };
}

/** The operation with its form as one body: the converter keeps but type and format of form fields. */
function withBody(
  operation: JsonObject,
  parameters: readonly JsonObject[],
  consumes: readonly Json[],
): JsonObject {
  const form = parameters.filter((one) => one.in === 'formData');
  if (form.length === 0) return { ...operation, parameters };
  const stated = consumes.filter((type) => type === urlEncoded || type === multipart);
  const hasFile = form.some(({ type }) => type === 'file');
  const properties = Object.fromEntries(form.map((one) => [String(one.name), fieldOf(one)]));
  const required = form.filter((one) => one.required === true).map(({ name = '' }) => name);
  const schema = { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
  const body = { in: 'body', name: 'form', schema };
  return {
    ...operation,
    consumes: hasFile ? [multipart] : stated.length > 0 ? stated : [urlEncoded],
    parameters: [...parameters.filter((one) => one.in !== 'formData'), body],
  };
}

/**
 * A Swagger 2.0 document with everything an operation needs said in the operation, forms as bodies; others as they
 * are. The converter loses bodies that are shared, and puts the media types of all before those of one.
 */
export function withBodies(document: JsonObject): JsonObject {
  if (document.swagger === undefined) return document;
  const { produces, ...rest } = document;
  const media = produces === undefined ? {} : { produces };
  const parametersIn = (one: JsonObject) =>
    listOf(one.parameters).map((it) => follow(document, it, '#').value);
  const keyOf = (parameter: JsonObject) => `${parameter.in} ${parameter.name}`;
  const itemOf = (item: Json) => {
    const { parameters: _, ...operations } = objectOf(item);
    const shared = parametersIn(objectOf(item)).map((one) => [keyOf(one), one] as const);
    const entries = Object.entries(operations).map(([name, operation]): [string, Json] => {
      if (!isObject(operation)) return [name, operation];
      const all = new Map([...shared, ...parametersIn(operation).map((one) => [keyOf(one), one] as const)]);
      const consumes = listOf(operation.consumes ?? document.consumes);
      return [name, withBody({ ...media, ...operation }, [...all.values()], consumes)];
    });
    return Object.fromEntries(entries);
  };
  const paths = Object.entries(objectOf(document.paths)).map(([path, item]) => [path, itemOf(item)] as const);
  return { ...rest, paths: Object.fromEntries(paths) };
}
