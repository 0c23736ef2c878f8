import { createHash } from 'node:crypto';
import type { Named, Schema } from './document.ts';
import { isRecord } from './example.ts';
import { merge } from './merge.ts';

/** Told what two expansions of a component differ in. */
type Tell = (id: string, what: string) => void;
type Ids = ReadonlyMap<string, string>;
type Model = Schema & { readonly 'x-original-name': string };

const isModel = (value: unknown): value is Model =>
  isRecord(value) && typeof value['x-original-name'] === 'string';

/** Whether a model only names one whose rows stand elsewhere. */
const isMention = (value: unknown): value is Model =>
  isModel(value) && value.type === 'object' && !value.properties;

const silent = new Set(['description', 'format', 'maxLength', 'x-original-type', 'x-texts']);

/** The same JSON, each value in it replaced before those inside of it. */
export function replaced<Tree>(tree: Tree, by: (value: unknown) => unknown): Tree {
  return JSON.parse(JSON.stringify(tree, (_, value: unknown) => by(value)));
}

/** The first name not taken: itself, or with a number. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let count = 2; isTaken(free); count += 1) free = `${name}_${count}`;
  return free;
}

/** A component name for any model name; the hash keeps apart what only differs in letters that have no place. */
function componentName(name: string): string {
  if (/^[A-Za-z0-9._-]+$/.test(name)) return name;
  const readable = name.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^_+|_+$/g, '');
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${readable || 'Model'}_${hash}`;
}

/** What makes two models equal: texts do not count, nor formats, which deep rows lose, nor the order of fields. */
function keyOf(model: Schema, around: Ids): string {
  return JSON.stringify(model, (_, value: unknown) => {
    if (!isRecord(value)) return value;
    if (isMention(value)) return [value['x-original-name'], around.get(value['x-original-name'])];
    return Object.entries(value)
      .filter(([key, inner]) => !silent.has(key) || (isRecord(inner) && key !== 'x-texts'))
      .map(([key, inner]) => [key, Array.isArray(inner) ? inner.toSorted() : inner] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
  });
}

/** Texts as they are written: the Chinese one leads, and one language alone needs no list. */
export function withDescriptions<Tree>(tree: Tree): Tree {
  return replaced(tree, (value) => {
    if (!isRecord(value) || !isRecord(value['x-texts'])) return value;
    const { 'x-texts': texts, ...rest } = value;
    const description = texts.zh || texts.en;
    if (!description) return value;
    return { ...rest, description, ...(texts.zh && texts.en && { 'x-texts': texts }) };
  });
}

/** Models as components: equal ones share one, different ones of the same name stand apart. */
export class Components {
  readonly #ids: Map<string, string>;
  readonly #schemas: Map<string, Schema>;
  readonly #apart: Ids;
  readonly #tell: Tell;

  /** Begins an operation with the models printed apart on its page. The components before it stay as they are. */
  constructor(before: Components | undefined, models: Named<Schema>, tell: Tell) {
    this.#ids = new Map(before ? before.#ids : []);
    this.#schemas = new Map(before ? before.#schemas : []);
    this.#tell = tell;
    const apart = Object.values(models).filter(isModel);
    this.#apart = new Map(apart.map((model) => [model['x-original-name'], this.#idFor(model, new Map())]));
    for (const model of apart) this.add(model);
  }

  #idFor(model: Model, around: Ids): string {
    const key = keyOf(model, around);
    const isTaken = (id: string) => this.#schemas.has(id);
    const id = this.#ids.get(key) ?? freeName(componentName(model['x-original-name']), isTaken);
    this.#ids.set(key, id);
    if (!isTaken(id)) this.#schemas.set(id, {});
    return id;
  }

  /** The name of the component that a model becomes; the models inside it become components, too. */
  add({ 'x-texts': _, ...model }: Model, around: Ids = new Map()): string {
    const name = model['x-original-name'];
    const id = this.#idFor(model, around);
    const { 'x-original-name': _name, ...fresh } = model;
    const schema = this.lifted(fresh, new Map([...around, [name, id]]));
    const named = { ...schema, ...(id !== name && { 'x-original-name': name }) };
    const tell = (what: string) => this.#tell(id, what);
    this.#schemas.set(id, merge(this.#schemas.get(id) ?? {}, named, tell));
    return id;
  }

  /** The same JSON, each model in it a reference to its component. */
  lifted<Tree>(tree: Tree, around: Ids = new Map()): Tree {
    return replaced(tree, (value) => {
      if (!isModel(value)) return value;
      const { 'x-original-name': name, 'x-texts': texts } = value;
      const id = isMention(value) ? (around.get(name) ?? this.#apart.get(name)) : this.add(value, around);
      return id ? { $ref: `#/components/schemas/${id}`, 'x-texts': texts } : value;
    });
  }

  /** Every component by its name, in the order of their first use. */
  schemas(): Named<Schema> {
    return withDescriptions(Object.fromEntries(this.#schemas));
  }
}
