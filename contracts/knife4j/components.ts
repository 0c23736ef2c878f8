import { createHash } from 'node:crypto';
import type { Described, Named, Schema, Texts } from './document.ts';
import { merge } from './merge.ts';

/** A component name for any model name; the hash keeps apart what only differs in letters that have no place. */
function componentName(name: string): string {
  if (/^[A-Za-z0-9._-]+$/.test(name)) return name;
  const readable = name.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^_+|_+$/g, '');
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${readable || 'Model'}_${hash}`;
}

/** Every entry of an object, changed. */
export function mapValues<From, To>(object: Named<From>, by: (value: From, key: string) => To): Named<To> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, by(value, key)]));
}

function mapInside(schema: Schema, by: (inner: Schema) => Schema): Schema {
  const { items, additionalProperties, properties } = schema;
  return {
    ...schema,
    ...(items && { items: by(items) }),
    ...(additionalProperties && { additionalProperties: by(additionalProperties) }),
    ...(properties && { properties: mapValues(properties, by) }),
  };
}

/** A text as a description, and both languages of it when there are two. */
export function described({ zh, en }: Texts = {}): Described {
  const description = zh || en;
  if (!description) return {};
  return zh && en ? { description, 'x-texts': { zh, en } } : { description };
}

function written({ 'x-texts': texts, ...schema }: Schema): Schema {
  return { ...mapInside(schema, written), ...described(texts) };
}

type Ids = ReadonlyMap<string, string>;

/** A model that only names one whose rows stand elsewhere. */
function isMention({ type, properties, 'x-original-name': name }: Schema): boolean {
  return name !== undefined && type === 'object' && !properties;
}

/** What makes two models equal: texts do not count, nor formats, which deep rows lose. */
function essenceOf(schema: Schema, around: Ids): unknown {
  const {
    required = [],
    properties = {},
    items,
    additionalProperties,
    'x-original-name': name = '',
  } = schema;
  if (isMention(schema)) return [name, around.get(name)];
  const fields = Object.keys(properties).toSorted();
  return [
    [name, schema.$ref, schema.type, schema.enum, schema.const],
    fields.map((field) => [field, required.includes(field), essenceOf(properties[field] ?? {}, around)]),
    [items, additionalProperties].map((inner) => inner && essenceOf(inner, around)),
  ];
}

/** Models as components: equal ones share one, different ones of the same name stand apart. */
export class Components {
  readonly #ids: Map<string, string>;
  readonly #schemas: Map<string, Schema>;
  readonly #apart: Ids;
  readonly #tell: (id: string, what: string) => void;

  /** Begins an operation with the models printed apart on its page. The components before it stay as they are. */
  constructor(
    before: Components | undefined,
    models: Named<Schema>,
    tell: (id: string, what: string) => void,
  ) {
    this.#ids = new Map(before ? before.#ids : []);
    this.#schemas = new Map(before ? before.#schemas : []);
    this.#tell = tell;
    this.#apart = new Map(
      Object.entries(models).map(([name, model]) => [name, this.#idFor(model, new Map())]),
    );
    for (const model of Object.values(models)) this.add(model, new Map());
  }

  #idFor(model: Schema, around: Ids): string {
    const key = JSON.stringify(essenceOf(model, around));
    const base = componentName(model['x-original-name'] ?? '');
    let id = this.#ids.get(key) ?? base;
    for (let count = 2; !this.#ids.has(key) && this.#schemas.has(id); count += 1) id = `${base}_${count}`;
    this.#ids.set(key, id);
    if (!this.#schemas.has(id)) this.#schemas.set(id, {});
    return id;
  }

  /** The name of the component that a model became. */
  add({ 'x-texts': _, ...model }: Schema, around = this.#apart): string {
    const id = this.#idFor(model, around);
    const inside = new Map([...this.#apart, ...around, [model['x-original-name'] ?? '', id]]);
    const fresh = mapInside(model, (inner) => this.#lifted(inner, inside));
    this.#schemas.set(
      id,
      merge(this.#schemas.get(id) ?? {}, fresh, (what) => this.#tell(id, what)),
    );
    return id;
  }

  #lifted(schema: Schema, around: Ids): Schema {
    const { 'x-original-name': name = '', 'x-texts': texts } = schema;
    const id = isMention(schema) ? around.get(name) : name && this.add(schema, around);
    if (!id) return mapInside(schema, (inner) => this.#lifted(inner, around));
    return { $ref: `#/components/schemas/${id}`, ...(texts && { 'x-texts': texts }) };
  }

  /** The schema with references for its models. */
  schemaOf(schema: Schema): Schema {
    return written(this.#lifted(schema, this.#apart));
  }

  /** Every component by its name, in the order of their first use. */
  schemas(): Named<Schema> {
    const entries = [...this.#schemas].map(
      ([id, { 'x-original-name': name, ...schema }]) =>
        [id, { ...written(schema), ...(name === id ? {} : { 'x-original-name': name }) }] as const,
    );
    return Object.fromEntries(entries);
  }
}
