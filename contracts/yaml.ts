import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

/** Reads a YAML 1.2 file of the project; the caller knows its shape. */
export function readYaml<T>(file: URL): T {
  return parse(readFileSync(file, 'utf8'));
}

/** Reads YAML 1.2, and so JSON, from anywhere. Throws what the parser says of a text that is neither. */
export function parseYaml(text: string): unknown {
  return parse(text, { logLevel: 'error' });
}

/** Writes YAML with long texts on one line, so that a change shows as one. */
export function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
