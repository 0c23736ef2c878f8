import type { Lang } from '../text.ts';
import type { Schema, Texts } from './document.ts';
import type { Field, Shape } from './shape.ts';

/** Told of what two shapes do not agree in. */
export interface Differences {
  readonly onStructure: (what: string) => void;
  /** The second field, and the text of the first that counts. */
  readonly onText: (field: Field, text: string) => void;
}

const languages: readonly Lang[] = ['zh', 'en'];

/** The texts of both, the first where they speak the same language. */
export function mergeTexts(first: Texts, second: Texts): Texts {
  return { ...second, ...first };
}

function mergePlain(first: Schema, second: Schema, told: Differences): Schema {
  if (first.type === undefined) return second;
  if (second.type === undefined) return first;
  if (String(first.type) !== String(second.type)) told.onStructure(`${first.type} / ${second.type}`);
  // Deep rows lose their format, so one that is only missing is no difference.
  return { ...second, ...first };
}

function mergeFields(first: readonly Field[], second: readonly Field[], told: Differences): Field[] {
  const others = new Map(second.map((field) => [field.name, field]));
  const merged = first.map((field) => {
    const other = others.get(field.name);
    if (!other) {
      told.onStructure(field.name);
      return field;
    }
    for (const lang of languages) {
      const text = field.texts[lang];
      if (text !== undefined && (other.texts[lang] ?? text) !== text) told.onText(other, text);
    }
    if (field.required !== other.required) told.onStructure(`${field.name} (required)`);
    const shape = mergeShape(field.shape, other.shape, told);
    return {
      ...field,
      required: field.required || other.required,
      texts: mergeTexts(field.texts, other.texts),
      shape,
    };
  });
  const known = new Set(first.map(({ name }) => name));
  for (const { name } of second) if (!known.has(name)) told.onStructure(name);
  return merged;
}

/** One shape of two that describe the same value: gaps of the first are filled, its statements stay. */
export function mergeShape(first: Shape, second: Shape, told: Differences): Shape {
  if (first.kind === 'plain' && second.kind === 'plain') {
    return { kind: 'plain', schema: mergePlain(first.schema, second.schema, told) };
  }
  if (first.kind === 'plain' && first.schema.type === undefined) return second;
  if ((first.kind === 'array' || first.kind === 'map') && first.kind === second.kind) {
    return { ...first, of: mergeShape(first.of, second.of, told) };
  }
  if (first.kind === 'model' && second.kind === 'model') {
    return {
      ...first,
      name: first.name || second.name,
      fields: mergeFields(first.fields, second.fields, told),
    };
  }
  if (first.kind !== second.kind && !(second.kind === 'plain' && second.schema.type === undefined)) {
    told.onStructure(`${first.kind} / ${second.kind}`);
  }
  return first;
}
