import { namesIn } from './address.ts';
import { codedAnswer, contentOf } from './answer.ts';
import { Components, described } from './components.ts';
import type { OpenApiDocument, OperationObject, ParameterObject, ResponseObject } from './document.ts';
import type { Meta } from './labels.ts';
import type { Operation } from './operation.ts';
import type { Project } from './sections.ts';
import type { Warning, WarningKind } from './warning.ts';

type Note = (operation: Operation, line: number, kind: WarningKind, params: Warning['params']) => void;

/** `post` and `/v2/users/{id}` as `postV2UsersId`. */
function operationIdOf(method: string, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return method + words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

function parametersOf(operation: Operation, components: Components): ParameterObject[] {
  return operation.parameters.map(({ name, in: place, required, texts, shape }) => {
    components.add(shape);
    return {
      name,
      in: place,
      ...(required ? { required } : {}),
      ...described(texts),
      schema: components.schemaOf(shape),
    };
  });
}

function responsesOf(operation: Operation, components: Components, note: Note) {
  const main =
    operation.responses.find(({ status }) => status === '200') ??
    operation.responses.find(({ shape }) => shape);
  const onNoCode = () => note(operation, operation.line, 'noCodeField', {});
  const coded =
    main && operation.codes.length > 0 ? codedAnswer(operation, main, components, onNoCode) : undefined;
  const entries = operation.responses.map((one): [string, ResponseObject] => {
    const plain = one.shape && { ...one, shape: one.shape };
    const content = one === main && coded ? coded.content : plain && contentOf(plain, components);
    const headers = one.headers.map(({ name, texts, shape }) => [
      name,
      { ...described(texts), schema: components.schemaOf(shape) },
    ]);
    return [
      one.status,
      {
        description: `HTTP ${one.status}`,
        ...described(one.texts),
        ...(headers.length > 0 ? { headers: Object.fromEntries(headers) } : {}),
        ...(content && Object.keys(content).length > 0 ? { content } : {}),
      },
    ];
  });
  return { responses: Object.fromEntries(entries), codes: coded?.codes ?? [] };
}

function operationOf(
  operation: Operation,
  operationId: string,
  components: Components,
  note: Note,
): OperationObject {
  const { titles, descriptions, tag, author, secured, body } = operation;
  const parameters = parametersOf(operation, components);
  const requestBody = body && { required: body.required, content: contentOf(body, components) };
  const { responses, codes } = responsesOf(operation, components, note);
  const description = descriptions.zh ?? descriptions.en;
  return {
    operationId,
    ...(tag ? { tags: [tag] } : {}),
    summary: titles.zh ?? titles.en ?? operation.path,
    ...(description ? { description } : {}),
    'x-texts': { summary: titles, ...(description ? { description: descriptions } : {}) },
    ...(author ? { 'x-author': author } : {}),
    ...(secured ? { security: [{ Authorization: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses,
    ...(codes.length > 0 ? { 'x-business-codes': codes } : {}),
  };
}

function infoOf(projects: readonly Project[], operations: readonly Operation[]): OpenApiDocument['info'] {
  const [project] = projects;
  const [first, ...others] = operations;
  const only = others.length === 0 ? (first?.titles.zh ?? first?.titles.en) : undefined;
  const { metas } = project ?? { metas: new Map<Meta, string>() };
  const text = (key: Meta) => metas.get(key) ?? '';
  return {
    title: project?.title || only || 'Knife4j',
    version: text('version') || '1.0.0',
    ...(text('intro') ? { description: text('intro') } : {}),
    ...(text('contact') ? { contact: { name: text('contact') } } : {}),
    ...(text('url') ? { 'x-url': text('url') } : {}),
  };
}

/** The operation on the first path of the same template: two that differ in names only would be ambiguous. */
function placed(operation: Operation, templates: Map<string, string>, note: Note): Operation {
  const { path } = operation;
  const template = path.replace(/\{[^{}]*\}/g, '{}');
  const other = templates.get(template) ?? path;
  templates.set(template, other);
  if (other === path) return operation;
  note(operation, operation.line, 'ambiguousPath', { path, other });
  const names = namesIn(path);
  const parameters = operation.parameters.map((one) => {
    const name = one.in === 'path' ? namesIn(other)[names.indexOf(one.name)] : undefined;
    return name === undefined ? one : { ...one, name };
  });
  return { ...operation, path: other, parameters };
}

/** Writes operations as one OpenAPI 3.1 description. */
export function documentOf(
  projects: readonly Project[],
  servers: readonly string[],
  operations: readonly Operation[],
  note: Note,
): OpenApiDocument {
  let current: Operation | undefined;
  const components = new Components((field, text) => {
    if (current) note(current, field.line, 'textsDiffer', { name: field.name, text });
  });
  const ids = new Set<string>();
  const paths = new Map<string, Record<string, OperationObject>>();
  const templates = new Map<string, string>();
  for (const one of operations) {
    const operation = placed(one, templates, note);
    current = operation;
    components.open(operation.models);
    const base = operationIdOf(operation.method, operation.path);
    let id = base;
    for (let count = 2; ids.has(id); count += 1) id = `${base}_${count}`;
    ids.add(id);
    const item = paths.get(operation.path) ?? {};
    paths.set(operation.path, item);
    item[operation.method] = operationOf(operation, id, components, note);
  }
  const tags = [...new Set(operations.flatMap(({ tag }) => tag ?? []))].map((name) => ({ name }));
  return {
    openapi: '3.1.0',
    info: infoOf(projects, operations),
    servers: servers.length > 0 ? servers.map((url) => ({ url })) : [{ url: '/' }],
    security: [],
    ...(tags.length > 0 ? { tags } : {}),
    paths: Object.fromEntries(paths),
    components: {
      ...(operations.some(({ secured }) => secured)
        ? { securitySchemes: { Authorization: { type: 'http', scheme: 'bearer' } } }
        : {}),
      schemas: components.schemas(),
    },
  };
}
