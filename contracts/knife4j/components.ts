import { createHash } from 'node:crypto';
import type { Schema, Texts } from './document.ts';
import { mergeShape } from './merge.ts';
import type { Field, Shape } from './shape.ts';

/** A model that became a component. */
interface Entry {
  readonly id: string;
  readonly name: string;
  shape: Shape & { kind: 'model' };
  isUsed: boolean;
  readonly around: ReadonlyMap<string, Entry>;
}

export type OnTextConflict = (field: Field, text: string) => void;

/** A component name for any model name; the hash keeps apart what only differs in letters that have no place. */
function componentName(name: string): string {
  if (/^[A-Za-z0-9._-]+$/.test(name)) return name;
  const readable = name.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^_+|_+$/g, '');
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${readable || 'Model'}_${hash}`;
}

/** Description and, when there are two, both languages of a text. */
export function described(texts: Texts): { description?: string; 'x-texts'?: Texts } {
  const description = texts.zh ?? texts.en;
  if (!description) return {};
  return texts.zh && texts.en ? { description, 'x-texts': texts } : { description };
}

/** Models as components: equal ones share one, different ones of the same name stand apart. */
export class Components {
  readonly #entries = new Map<string, Entry>();
  readonly #ids = new Set<string>();
  readonly #fixed = new Map<string, { readonly id: string; readonly schema: Schema }>();
  readonly #onTextConflict: OnTextConflict;
  #apart: ReadonlyMap<string, Entry> = new Map();

  constructor(onTextConflict: OnTextConflict) {
    this.#onTextConflict = onTextConflict;
  }

  #idFor(name: string): string {
    const base = componentName(name);
    let id = base;
    for (let count = 2; this.#ids.has(id); count += 1) id = `${base}_${count}`;
    this.#ids.add(id);
    return id;
  }

  /** What makes two shapes equal: texts do not count, nor formats, which deep rows lose. */
  #key(shape: Shape, around: ReadonlyMap<string, Entry>): string {
    if (shape.kind === 'plain') return JSON.stringify([shape.schema.type, shape.schema.enum]);
    if (shape.kind === 'again') {
      const entry = around.get(shape.name);
      return `again ${shape.name} ${entry && entry !== this.#apart.get(shape.name) ? entry.id : ''}`;
    }
    if (shape.kind !== 'model') return `${shape.kind}(${this.#key(shape.of, around)})`;
    const fields = shape.fields.map(
      (field) =>
        `${JSON.stringify(field.name)}${field.required ? '!' : ''}:${this.#key(field.shape, around)}`,
    );
    return `${JSON.stringify(shape.name)}{${fields.sort().join()}}`;
  }

  #entryFor(key: string, shape: Shape & { kind: 'model' }, around: ReadonlyMap<string, Entry>): Entry {
    const known = this.#entries.get(key);
    if (known) return known;
    const entry = { id: this.#idFor(shape.name), name: shape.name, shape, around, isUsed: false };
    this.#entries.set(key, entry);
    return entry;
  }

  /** Begins an operation, with the models that its page prints apart. */
  open(models: ReadonlyMap<string, Shape>): void {
    const apart = new Map<string, Entry>();
    this.#apart = new Map();
    for (const [name, shape] of models) {
      if (shape.kind === 'model')
        apart.set(name, this.#entryFor(this.#key(shape, this.#apart), shape, apart));
    }
    this.#apart = apart;
    for (const { shape } of apart.values()) for (const field of shape.fields) this.add(field.shape);
  }

  /** Makes components of every model in a shape. */
  add(shape: Shape, around: ReadonlyMap<string, Entry> = this.#apart): void {
    if (shape.kind === 'array' || shape.kind === 'map') this.add(shape.of, around);
    if (shape.kind !== 'model') return;
    let inside = around;
    if (shape.name !== '') {
      const key = this.#key(shape, around);
      const entry = this.#entryFor(key, shape, around);
      const told = { onStructure: () => {}, onText: this.#onTextConflict };
      const merged = mergeShape(entry.shape, shape, told);
      if (merged.kind === 'model') entry.shape = merged;
      inside = new Map([...around, [shape.name, entry]]);
    }
    for (const field of shape.fields) this.add(field.shape, inside);
  }

  /** The id of a component with exactly this schema. */
  addSchema(name: string, schema: Schema): string {
    const key = `${name} ${JSON.stringify(schema)}`;
    const known = this.#fixed.get(key);
    if (known) return known.id;
    const id = this.#idFor(name);
    this.#fixed.set(key, { id, schema });
    return id;
  }

  /** The schema of a shape whose models were added before. */
  schemaOf(shape: Shape, around: ReadonlyMap<string, Entry> = this.#apart): Schema {
    if (shape.kind === 'plain') return shape.schema;
    if ('of' in shape) {
      const of = this.schemaOf(shape.of, around);
      return shape.kind === 'array'
        ? { type: 'array', items: of }
        : { type: 'object', additionalProperties: of };
    }
    const entry =
      shape.kind === 'again' ? around.get(shape.name) : this.#entries.get(this.#key(shape, around));
    if (entry) entry.isUsed = true;
    if (entry) return { $ref: `#/components/schemas/${entry.id}` };
    return shape.kind === 'model'
      ? this.#objectOf(shape, around)
      : { type: 'object', 'x-original-name': shape.name };
  }

  #objectOf(shape: Pick<Shape & { kind: 'model' }, 'fields'>, around: ReadonlyMap<string, Entry>): Schema {
    const required = shape.fields.filter((field) => field.required).map(({ name }) => name);
    const properties = shape.fields.map(
      ({ name, texts, shape: of }) => [name, { ...this.schemaOf(of, around), ...described(texts) }] as const,
    );
    return {
      type: 'object',
      ...(required.length > 0 ? { required } : {}),
      properties: Object.fromEntries(properties),
    };
  }

  #due(written: ReadonlyMap<Entry, Schema>): Entry[] {
    return [...this.#entries.values()].filter((entry) => entry.isUsed && !written.has(entry));
  }

  /** Every component by its id, in the order of their first use. */
  schemas(): Record<string, Schema> {
    const written = new Map<Entry, Schema>();
    // Writing a component may be the first use of another.
    for (let due = this.#due(written); due.length > 0; due = this.#due(written)) {
      for (const entry of due) {
        const schema = this.#objectOf(entry.shape, new Map([...entry.around, [entry.name, entry]]));
        written.set(entry, entry.id === entry.name ? schema : { ...schema, 'x-original-name': entry.name });
      }
    }
    const models = [...this.#entries.values()].flatMap((entry) => {
      const schema = written.get(entry);
      return schema ? [[entry.id, schema] as const] : [];
    });
    const fixed = [...this.#fixed.values()].map(({ id, schema }) => [id, schema] as const);
    return Object.fromEntries([...models, ...fixed]);
  }
}
