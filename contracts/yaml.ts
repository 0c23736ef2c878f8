import { readFileSync } from 'node:fs';
import { isMap, isNode, isScalar, isSeq, LineCounter, parse, parseDocument, stringify } from 'yaml';
import { keysOf } from './json.ts';

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

/** The line, counted from 1, on which a YAML text says what stands at a JSON Pointer, or at the nearest one above it. */
export function linesIn(text: string): (pointer: string) => number {
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter });
  return (pointer) => {
    let node: unknown = contents;
    let line = 1;
    for (const key of keysOf(pointer)) {
      const pair = isMap(node)
        ? node.items.find((one) => isScalar(one.key) && String(one.key.value) === key)
        : undefined;
      const value = pair ? pair.value : isSeq(node) ? node.items[Number(key)] : undefined;
      const start = pair?.key ?? value;
      if (!isNode(start) || !start.range) return line;
      line = counter.linePos(start.range[0]).line;
      node = value;
    }
    return line;
  };
}
