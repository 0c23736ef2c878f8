import type { Facts, Part } from './facts.ts';
import { below, type Json, listOf, objectOf, stable } from './json.ts';

/** A text without the paragraph marks that editors leave in it, and without line ends. */
function plainText(value: Json | undefined): string {
  return typeof value === 'string'
    ? value
        .replace(/<\/?p>|\s+/gi, ' ')
        .replace(/ +/g, ' ')
        .trim()
    : '';
}

/** The texts of schemas or of an operation; the first that says something counts. */
export function textsOf(parts: readonly Pick<Part, 'schema' | 'at'>[]): Facts {
  const all = parts.toReversed().flatMap(({ schema, at }) => {
    const { example, examples, deprecated } = schema;
    const named = Object.values(objectOf(examples)).map((one) => objectOf(one).value ?? one);
    const shown = [...(example === undefined ? [] : [example]), ...listOf(examples), ...named];
    // The title of a component is a name.
    const title = /^#\/components\/schemas\/[^/]+$/.test(at) ? '' : plainText(schema.title);
    const said = {
      title,
      summary: plainText(schema.summary),
      description: plainText(schema.description),
      examples: shown.map(stable).join(', '),
      deprecated: deprecated === true ? 'true' : '',
    };
    return Object.entries(said).flatMap(([name, text]) =>
      text === '' ? [] : [[name, { words: [text], at: below(at, name) }] as const],
    );
  });
  return new Map(all);
}

/** The text of a response or a body. Not every form has a place for it, so it is compared where both sides have one. */
export function meaningOf(text: Json | undefined, at: string): Facts {
  const words = [plainText(text)];
  return new Map(words[0] === '' ? [] : [['meaning', { words, at: below(at, 'description') }]]);
}
