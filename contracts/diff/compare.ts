import type { Change } from './change.ts';
import { compareNodes, inPairs } from './compare-nodes.ts';
import type { JsonObject } from './json.ts';
import { type Operation, operationsOf } from './normal-form.ts';
import { gatherer } from './once.ts';

/**
 * Every change from one edition of a contract to the next, most grave first. Both are OpenAPI 3.1 documents; how
 * they are written, in which order and with which component names, makes no difference.
 */
export function compareContracts(old: JsonObject, now: JsonObject): readonly Change[] {
  const { tellFor, changes } = gatherer();
  const tell = (kind: 'operationRemoved' | 'operationAdded', { name, at }: Operation) =>
    tellFor(name, 'request')({ kind, pointer: at, params: { name }, places: [at, at], path: '' });
  inPairs(operationsOf(old), operationsOf(now), {
    gone: (one) => tell('operationRemoved', one),
    come: (one) => tell('operationAdded', one),
    both: (from, to) => {
      for (const side of ['request', 'answer'] as const) {
        const here = { tell: tellFor(to.name, side), path: '', label: to.name, seen: new Set<string>() };
        compareNodes(from[side], to[side], here);
      }
    },
  });
  return changes();
}
