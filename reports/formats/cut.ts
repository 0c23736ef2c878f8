/** A text, or the beginning of a long one with the length of all of it. */
export function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}… (${text.length})` : text;
}

/** What is one line in a list of machines, and still a sentence to a person. */
export const messageLength = 1000;
