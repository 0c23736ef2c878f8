import type { Change } from './change.ts';
import { compareNodes, pairsOf } from './compare-nodes.ts';
import type { JsonObject } from './json.ts';
import { operationsOf } from './normal-form.ts';
import { gatherer } from './once.ts';

/**
 * Every change from one edition of a contract to the next, most grave first. Both are OpenAPI 3.1 documents; how
 * they are written, in which order and with which component names, makes no difference.
 */
export function compareContracts(old: JsonObject, now: JsonObject): readonly Change[] {
  const { tellFor, changes } = gatherer();
  for (const [key, from, to] of pairsOf(operationsOf(old), operationsOf(now))) {
    const label = (to ?? from)?.name ?? key;
    for (const side of ['request', 'answer'] as const) {
      const here = { tell: tellFor(key, side), path: '', label, seen: new Set<string>() };
      if (from && to) compareNodes(from[side], to[side], here);
    }
    const kind = from ? 'operationRemoved' : 'operationAdded';
    if (!from || !to) tellFor(key, 'request')('', kind, { name: label }, from?.request, to?.request);
  }
  return changes();
}
