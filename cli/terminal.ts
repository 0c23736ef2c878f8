import { stripVTControlCharacters } from 'node:util';

/** Talk goes to stderr: stdout is for data. A line of status is redrawn in place where there is a terminal. */
export class Terminal {
  readonly #stream = process.stderr;
  #hasStatus = false;

  /** A line that stays. */
  say(line: string): void {
    this.#clear();
    this.#stream.write(`${line}\n`);
  }

  /** A line that the next one replaces; nothing where there is no terminal. */
  status(line: string): void {
    if (!this.#stream.isTTY) return;
    this.#clear();
    this.#stream.write(stripVTControlCharacters(line).slice(0, (this.#stream.columns ?? 80) - 1));
    this.#hasStatus = true;
  }

  #clear(): void {
    if (this.#hasStatus) this.#stream.write('\r\u001B[2K');
    this.#hasStatus = false;
  }
}
