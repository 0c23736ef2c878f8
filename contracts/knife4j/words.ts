/** Which entry of a table lists a word. */
export function meaningOf<Name extends string>(
  table: Readonly<Record<Name, readonly string[]>>,
  word: string,
): Name | undefined {
  for (const name in table) if (table[name].includes(word)) return name;
  return undefined;
}

/** Whether a text is one of the words for "nothing here". */
export function isNone(text: string): boolean {
  return ['', '暂无', 'none', '无', '暂无接口文档', '[toc]'].includes(text.trim().toLowerCase());
}

/** Whether a text has Chinese letters, which tells the language of a page by its labels. */
export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Tags, entities and escapes that the platform's editors leave in texts; other angle brackets are text. */
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
  return unquoted(marks.reduce((result, [mark, by]) => result.replace(mark, by), text));
}

/** A value without the backticks around the whole of it. */
export function unquoted(text: string): string {
  return /^(`+)([^`]*)\1$/.exec(text.trim())?.[2]?.trim() ?? text.trim();
}
