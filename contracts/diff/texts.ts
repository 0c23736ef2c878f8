import type { Facts } from './facts.ts';
import { below, type Found, type Json, stable } from './json.ts';

/** A text without the paragraph marks that editors leave in it, and without line ends. */
function plainText(value: Json | undefined): string {
  return typeof value === 'string' ? value.replace(/(?:<\/?p>|\s)+/gi, ' ').trim() : '';
}

/** The texts of schemas or of an operation; the first that says something counts. */
export function textsOf(parts: readonly Found[]): Facts {
  const all = parts.toReversed().flatMap(({ value: schema, at }) => {
    const { example, examples = example === undefined ? '' : [example] } = schema;
    const said = {
      // The title of a component is a name.
      title: /^#\/components\/schemas\/[^/]+$/.test(at) ? '' : plainText(schema.title),
      summary: plainText(schema.summary),
      description: plainText(schema.description),
      examples: examples === '' ? '' : stable(examples),
      deprecated: schema.deprecated === true ? 'true' : '',
    };
    const texts = Object.entries(said).filter(([, text]) => text !== '');
    return texts.map(([name, text]) => [name, { words: [text], at: below(at, name) }] as const);
  });
  return new Map(all);
}

/** The text of a response or a body. Not every form has a place for it, so it counts where both sides have one. */
export function meaningOf(value: Json | undefined, at: string): Facts {
  const text = plainText(value);
  return new Map(text === '' ? [] : [['meaning', { words: [text], at: below(at, 'description') }]]);
}
