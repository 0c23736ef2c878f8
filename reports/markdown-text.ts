/** Makes text safe as Markdown on one line, in a table too. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]|~]/g, '\\$&')
    .replace(/(?<!\w)_|_(?!\w)/g, '\\_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Which side a column of a table keeps to. */
type Align = 'left' | 'right';

/** A table; its cells are made safe. */
export function table(
  heads: readonly (readonly [string, Align])[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(heads.map(([head]) => escapeMarkdown(head))),
    line(heads.map(([, align]) => (align === 'right' ? '--:' : ':--'))),
    ...rows.map((cells) => line(cells.map(escapeMarkdown))),
  ].join('\n');
}

/** A fence longer than any run of backticks inside. */
export function fenced(text: string): string {
  const runs = text.match(/`+/g)?.map(({ length }) => length) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}sh\n${text}\n${fence}`;
}

/** Blocks with an empty line between them, as many as fit; what comes in place of those that do not is `rest`. */
export function limited(
  blocks: readonly string[],
  { bytes, rest }: { readonly bytes: number; readonly rest: string },
): string {
  const end = `\n\n${rest}\n`;
  let text = '';
  let room = bytes - Buffer.byteLength(end);
  for (const block of blocks) {
    const next = text === '' ? block : `\n\n${block}`;
    room -= Buffer.byteLength(next);
    if (room < 0) return text + end;
    text += next;
  }
  return `${text}\n`;
}
