import { below, type Json, type JsonObject, objectOf, pick } from './json.ts';
import { type Members, type Shape, shapeOf } from './shape.ts';

/** Schemas by media type, in one spelling. */
export type Content = ReadonlyMap<string, Shape>;

/** What the service answers under one HTTP status, or with one business code. */
export interface Answer {
  readonly kind: 'status' | 'code';
  readonly name: string;
  readonly at: string;
  readonly description: string | undefined;
  readonly headers: Members;
  readonly content: Content;
}

/** The type alone: a parameter such as the charset says nothing about JSON, and any type means JSON here. */
function spelled(type: string): string {
  const bare = type.replace(/;.*$/s, '').trim().toLowerCase();
  return bare === '*/*' || bare === '*' ? 'application/json' : bare;
}

/** The content of a body or an answer. */
export function contentOf(document: JsonObject, content: Json | undefined, at: string): Content {
  const found = new Map<string, Shape>();
  for (const [type, one] of Object.entries(objectOf(content))) {
    const media = objectOf(one);
    const mediaAt = below(at, type);
    const name = spelled(type);
    // The converter leaves nothing of the schema of bytes.
    const schema = name === 'application/octet-stream' ? { type: 'string', format: 'binary' } : media.schema;
    const sources = [
      { schema: pick(media, ['example', 'examples']), at: mediaAt },
      { schema, at: below(mediaAt, 'schema') },
    ];
    if (!found.has(name)) found.set(name, shapeOf(document, sources));
  }
  return found;
}
