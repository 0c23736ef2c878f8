import type { Answer } from '../../contracts/exchange.ts';

function headersOf(raw: readonly string[]): Answer['headers'] {
  const headers: Record<string, string> = {};
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i]?.toLowerCase() ?? '';
    headers[name] = name in headers ? `${headers[name]}, ${raw[i + 1]}` : (raw[i + 1] ?? '');
  }
  return headers;
}

export type HeaderReader = (raw: readonly string[]) => Answer['headers'];

/**
 * Makes a reader of headers, names and values in turn. As long as they come the same, which is most of the time, it gives
 * the same object: whoever compares or copies headers then has little to do.
 */
export function headerReader(): HeaderReader {
  let lastRaw: readonly string[] = [];
  let last: Answer['headers'] = {};
  return (raw) => {
    if (raw.length === lastRaw.length && raw.every((text, i) => text === lastRaw[i])) return last;
    lastRaw = raw;
    last = headersOf(raw);
    return last;
  };
}
