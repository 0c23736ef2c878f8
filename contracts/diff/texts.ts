import type { Facts } from './facts.ts';
import { below, type Found, type Json } from './json.ts';

/** A text without the paragraph marks that editors leave in it, and without line ends. */
function plainText(value: Json | undefined): string {
  const text = typeof value === 'string' || value === true ? `${value}` : '';
  return text.replace(/(?:<\/?p>|\s)+/gi, ' ').trim();
}

/** The texts of schemas or of an operation; the first that says something counts. */
export function textsOf(parts: readonly Found[]): Facts {
  const names = ['title', 'summary', 'description', 'deprecated'];
  const all = parts.toReversed().flatMap(({ value, at }) => {
    // The title of a component is a name.
    const own = /^#\/components\/schemas\/[^/]+$/.test(at) ? names.slice(1) : names;
    const said = own.map((name) => [name, plainText(value[name])] as const).filter(([, text]) => text !== '');
    return said.map(([name, text]) => [name, { words: [text], at: below(at, name) }] as const);
  });
  return new Map(all);
}

/** The text of a response or a body. Not every form has a place for it, so it counts where both sides have one. */
export function meaningOf(value: Json | undefined, at: string): Facts {
  const text = plainText(value);
  return new Map(text === '' ? [] : [['meaning', { words: [text], at: below(at, 'description') }]]);
}
