import { businessCodes, openapi, type Schema } from '../description.ts';
import { defineCheck } from './check.ts';
import { isRecord } from './view.ts';

interface Difference {
  readonly kind: 'undocumented' | 'vanished';
  readonly at: string;
  readonly field: string;
  readonly type: string;
}

function resolve(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  const target = name === undefined ? schema : openapi.components.schemas[name];
  if (!target?.allOf) return target ?? {};
  return { properties: Object.assign({}, ...target.allOf.map((part) => resolve(part).properties ?? {})) };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function escaped(field: string): string {
  return field.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Fields of a value that its schema does not know, and documented ones that are absent, at any depth. */
function* differences(schema: Schema, value: unknown, at: string): Generator<Difference> {
  const { properties, items, additionalProperties } = resolve(schema);
  if (Array.isArray(value) && items) {
    for (const [i, element] of value.entries()) yield* differences(items, element, `${at}/${i}`);
  }
  if (!isRecord(value) || !properties) return;
  for (const [field, member] of Object.entries(value)) {
    const known = properties[field];
    const pointer = `${at}/${escaped(field)}`;
    if (known) yield* differences(known, member, pointer);
    else if (additionalProperties === undefined) {
      yield { kind: 'undocumented', at: pointer, field, type: typeOf(member) };
    }
  }
  for (const field of Object.keys(properties)) {
    if (!(field in value)) yield { kind: 'vanished', at, field, type: '' };
  }
}

/** Fields that came or went without the published page saying so: nothing is broken, but someone should know. */
export const drift = defineCheck({
  rule: 'drift',
  title: { en: 'Drift', zh: '漂移' },
  kinds: {
    undocumented: {
      severity: 'drift',
      en: 'the field {field} ({type}) is not documented',
      zh: '字段 {field}（{type}）未在文档中列出',
    },
    vanished: { severity: 'drift', en: 'the field {field} is absent', zh: '字段 {field} 不见了' },
  },
  inspect({ code, json, isOperations }, report) {
    const schema = code === undefined ? undefined : businessCodes.get(code)?.schema;
    if (!isOperations || !schema) return;
    const seen = new Set<string>();
    for (const { kind, at, field, type } of differences(
      { $ref: `#/components/schemas/${schema}` },
      json,
      '',
    )) {
      const place = `${kind} ${at.replace(/\/\d+(?=\/|$)/g, '/*')} ${field}`;
      if (seen.has(place) || (kind === 'vanished' && code !== 200)) continue;
      seen.add(place);
      report(kind, at, { field, type });
    }
  },
});
