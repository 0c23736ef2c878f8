import { readFileSync } from 'node:fs';
import { answerPointer, openapi, operationId } from './contract.ts';
import { operationsOf, schemaAt, together } from './description.ts';
import type { Finding, Rule } from './finding.ts';
import { keysOf, pointerOf } from './json.ts';
import { linesIn } from './yaml.ts';

/** The description, as seen from the root of the project. */
export const descriptionFile = 'contracts/openapi.yaml';

/** JSON Pointer of the operation under test. */
export const operationPointer =
  operationsOf(openapi).find((place) => place.operation.operationId === operationId)?.pointer ?? '';

/** Rules about an answer as such; what it says is described by its schema. */
const aboutWhole: Partial<Record<Rule, string>> = {
  'http-status': pointerOf('responses'),
  'media-type': pointerOf('responses', '200', 'content'),
  encoding: pointerOf('responses', '200', 'content'),
  'business-code': pointerOf('x-business-codes'),
  leak: pointerOf('responses'),
};

/** Where an answer's member is described, or the nearest thing above it that is. */
function memberPointer(root: string, at: string): string {
  let pointer = root;
  for (const key of keysOf(at)) {
    const next = together(openapi, pointer).flatMap((one) => {
      const { properties = {}, items } = schemaAt(openapi, one);
      if (Object.hasOwn(properties, key)) return [one + pointerOf('properties', key)];
      return items && /^\d+$/.test(key) ? [`${one}/items`] : [];
    })[0];
    if (next === undefined) break;
    pointer = next;
  }
  return pointer;
}

/** JSON Pointer of what the description says of the thing that a finding is about, in an answer with this code. */
export function describedAt({ rule, at }: Pick<Finding, 'rule' | 'at'>, code = 200): string {
  const whole = aboutWhole[rule];
  if (whole !== undefined) return operationPointer + whole;
  const pointer = memberPointer(answerPointer(code), at);
  // Of a schema that stands in a union, the component says more than the line that names it.
  return at === '' || pointer === answerPointer(code)
    ? (together(openapi, pointer).at(-1) ?? pointer)
    : pointer;
}

let lines: ReturnType<typeof linesIn> | undefined;

/** The line of the description that says what stands at a JSON Pointer. */
export function descriptionLine(pointer: string): number {
  lines ??= linesIn(readFileSync(new URL('openapi.yaml', import.meta.url), 'utf8'));
  return lines(pointer);
}
