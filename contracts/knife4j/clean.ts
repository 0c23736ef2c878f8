/** Tags and entities that the platform's editors leave in texts; any other angle brackets are text. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/<br\s*\/?>/gi, '\n'],
  [/<\/p>\s*<p[^<>]*>/gi, '\n'],
  [/<\/?(?:p|b|i|em|strong|span|font|u|div|ul|ol|li|h[1-6])(?:\s[^<>]*)?>/gi, ''],
  [/\\n/g, '\n'],
  [/&(?:emsp|ensp|nbsp);|\u2003/g, ' '],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&amp;/g, '&'],
  [/\\([$|_*<>#[\]{}-])/g, '$1'],
];

/** A text without the HTML, entities and escapes of the page it stood on. */
export function cleanText(text: string): string {
  const plain = marks.reduce((result, [mark, by]) => result.replace(mark, by), text).trim();
  return unquoted(plain);
}

/** A value without the backticks around the whole of it. */
export function unquoted(text: string): string {
  return /^(`+)([^`]*)\1$/.exec(text.trim())?.[2]?.trim() ?? text.trim();
}
