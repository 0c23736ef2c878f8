import { stripVTControlCharacters } from 'node:util';

/** Where text goes: a stream of the process, or what a test keeps of it. */
export interface Sink {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Talk goes to stderr: stdout is for data. A line of status is redrawn in place where there is a terminal. */
export class Terminal {
  readonly #stdout: Sink;
  readonly #stderr: Sink;
  #hasStatus = false;

  constructor(stdout: Sink, stderr: Sink) {
    this.#stdout = stdout;
    this.#stderr = stderr;
  }

  /** Data, for people or scripts. */
  print(text: string): void {
    this.#clear();
    this.#stdout.write(`${text}\n`);
  }

  /** A line that stays. */
  say(line: string): void {
    this.#clear();
    this.#stderr.write(`${line}\n`);
  }

  /** A line that the next one replaces; nothing where there is no terminal. */
  status(line: string): void {
    if (!this.#stderr.isTTY) return;
    this.#clear();
    this.#stderr.write(stripVTControlCharacters(line).slice(0, (this.#stderr.columns ?? 80) - 1));
    this.#hasStatus = true;
  }

  #clear(): void {
    if (this.#hasStatus) this.#stderr.write('\r\u001B[2K');
    this.#hasStatus = false;
  }
}
