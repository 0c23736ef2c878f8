/** A table of words read backwards: which entry lists a word. */
export function lookup<Name extends string>(table: Readonly<Record<Name, readonly string[]>>) {
  const names = new Map<string, Name>();
  for (const name in table) for (const word of table[name]) names.set(word, name);
  return (word: string) => names.get(word);
}

const noneWords = ['', '暂无', 'none', '无', '暂无接口文档', '[toc]'];

/** Whether a text is one of the words for "nothing here". */
export const isNone = (text: string) => noneWords.includes(text.trim().toLowerCase());

/** Whether a text has Chinese letters; the labels of a page tell its language. */
export const isChinese = (text: string) => /\p{Script=Han}/u.test(text);

/** Tags, entities and escapes that the platform's editors leave in texts; other angle brackets are text. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/<br\s*\/?>|<\/p>\s*<p[^<>]*>|\\n/gi, '\n'],
  [/<\/?(?:p|b|i|em|strong|span|font|u|div|ul|ol|li|h[1-6])(?:\s[^<>]*)?>/gi, ''],
  [/&(?:emsp|ensp|nbsp);|\u2003/g, ' '],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&amp;/g, '&'],
  [/\\([$|_*<>#[\]{}-])/g, '$1'],
];

/** A value without the backticks around the whole of it. */
export const unquoted = (text: string) => /^(`+)([^`]*)\1$/.exec(text.trim())?.[2]?.trim() ?? text.trim();

/** A text without the HTML, entities and escapes of the page it stood on. */
export function cleanText(text: string): string {
  const isPlain = !/[<&\\`\u2003]/.test(text);
  return isPlain
    ? text.trim()
    : unquoted(marks.reduce((result, [mark, by]) => result.replace(mark, by), text));
}
