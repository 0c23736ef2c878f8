import { exitCodes } from './errors/entry.ts';
import { errorTable } from './errors/table.ts';
import { fill, type Lang, type TextParams } from './text.ts';

export type ErrorCode = keyof typeof errorTable;

/** An error of misuse or environment: a code of the table, what fills its message, and its parts. */
export class ToolkitError extends Error {
  readonly code: ErrorCode;
  readonly params: TextParams;
  readonly parts: readonly ToolkitError[];

  constructor(code: ErrorCode, params: TextParams = {}, parts: readonly ToolkitError[] = []) {
    super(fill(errorTable[code].message, 'en', params));
    this.code = code;
    this.params = params;
    this.parts = parts;
  }

  get exitCode(): number {
    return exitCodes[errorTable[this.code].exit];
  }

  /** Message, parts and remedy as a person reads them, one a line. */
  explain(lang: Lang): string {
    const { message, remedy } = errorTable[this.code];
    const lines = [
      fill(message, lang, this.params),
      ...this.parts.map((part) => `  - ${part.explain(lang).replaceAll('\n', ' ')}`),
      fill(remedy, lang, this.params),
    ];
    return lines.filter((line) => line !== '').join('\n');
  }
}

/** What went wrong, in one line, of anything that was thrown. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** What the system said, with its code, without the request. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? `${error.code}` : '';
  // Of several addresses that were tried, the error has no words of its own.
  return [code, reasonOf(error)].filter(Boolean).join(': ');
}
