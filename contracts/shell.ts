/** A text as a shell takes it as one word. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The command that sends an exchange of the record in a folder again. */
export function replayCommand(folder: string, id: string): string {
  return `npm run pkdk -- replay ${shellWord(folder)} ${shellWord(id)}`;
}
