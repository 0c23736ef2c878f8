import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

/** Parses YAML 1.2; the caller knows its shape. Throws when it is not YAML. */
export function parseYaml<T>(text: string): T {
  return parse(text);
}

/** Reads a YAML 1.2 file of the project; the caller knows its shape. */
export function readYaml<T>(file: URL): T {
  return parseYaml(readFileSync(file, 'utf8'));
}

/** Writes YAML with long texts on one line, so that a change shows as one. */
export function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
