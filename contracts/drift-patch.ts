import type { Finding } from './finding.ts';
import { grouped } from './grouped.ts';
import { keysOf } from './json.ts';
import type { Action, Overlay } from './overlay.ts';

/** What a run saw of one field that the description does not have, or has and the answers did not. */
interface Seen {
  readonly schema: string;
  readonly field: string;
  /** JSON types of an undocumented field; empty for a vanished one. */
  readonly types: Set<string>;
}

function seenIn(findings: readonly Finding[]): Seen[] {
  const seen = new Map<string, Seen>();
  for (const { params } of findings) {
    const { field, type, schema } = params;
    if (typeof field !== 'string' || typeof schema !== 'string') continue;
    const key = JSON.stringify([schema, field]);
    const known = seen.get(key) ?? { schema, field, types: new Set() };
    if (type) known.types.add(String(type));
    seen.set(key, known);
  }
  return [...seen.values()];
}

/** The JSONPath of one node, in the normalized form of RFC 9535. */
function jsonPathOf(pointer: string): string {
  const quoted = (key: string) => `['${key.replace(/[\\']/g, '\\$&')}']`;
  return `$${keysOf(pointer).map(quoted).join('')}`;
}

/** Of a field that was only ever null, the type is not known. */
function typeOf(types: ReadonlySet<string>): { readonly type?: string | string[] } {
  const [first, ...more] = [...types].sort();
  if (first === undefined || (first === 'null' && more.length === 0)) return {};
  return { type: more.length === 0 ? first : [first, ...more] };
}

/**
 * The overlay that makes a description say what a run saw: its undocumented fields with the JSON types they had,
 * and its vanished fields. A run cannot tell a field that is always there from one that sometimes is, so each
 * may be absent from now on. No actions when there was no drift of fields.
 */
export function driftPatch(findings: readonly Finding[], title: string): Overlay {
  const bySchema = grouped(seenIn(findings), ({ schema }) => schema);
  const actions = [...bySchema].map(([schema, fields]): Action => {
    const came = fields.filter(({ types }) => types.size > 0).map(({ field }) => field);
    const went = fields.filter(({ types }) => types.size === 0).map(({ field }) => field);
    const reasons = [
      ...(came.length > 0 ? [`Undocumented: ${came.join(', ')}.`] : []),
      ...(went.length > 0 ? [`Vanished: ${went.join(', ')}.`] : []),
    ];
    const properties = fields.map(({ field, types }) => [
      field,
      { ...typeOf(types), 'x-may-be-absent': true },
    ]);
    return {
      target: jsonPathOf(schema),
      description: reasons.join(' '),
      'x-source': title,
      update: { properties: Object.fromEntries(properties) },
    };
  });
  return { overlay: '1.0.0', info: { title, version: '1.0.0' }, actions };
}
