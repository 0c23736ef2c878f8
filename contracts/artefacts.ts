import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { answerPointers, type Description, operationsOf, type Place, schemaAt } from './description.ts';
import { keysOf } from './json.ts';

/** The generated files by their names, and what belongs in them. */
export type Artefacts = ReadonlyMap<string, string>;

function header(source: string): string {
  return `// Generated from ${source} by \`npm run contract -- build\`; do not edit.`;
}

async function typesOf(document: OpenAPI3 | string): Promise<string> {
  return astToString(await openapiTS(document, { immutable: true, defaultNonNullable: false }));
}

function indexed(...keys: readonly string[]): string {
  return keys.map((key) => `[${/^[1-5]\d\d$/.test(key) ? key : JSON.stringify(key)}]`).join('');
}

/** The generated type of the schema at a pointer: a component's own, else that of the whole answer. */
function typeAt(description: Description, pointer: string, { operation }: Place): string {
  const [, , name] = keysOf(schemaAt(description, pointer).$ref?.slice(1) ?? pointer);
  const [root, , , , status = '', , media = ''] = keysOf(pointer);
  if (root === 'components' || schemaAt(description, pointer).$ref) {
    return `components["schemas"]${indexed(name ?? '')}`;
  }
  return `operations${indexed(operation.operationId, 'responses', status, 'content', media)}`;
}

function answersOf(description: Description, place: Place): string {
  const lines = [...answerPointers(place)].map(
    ([outcome, pointer]) =>
      `        readonly ${JSON.stringify(outcome)}: ${typeAt(description, pointer, place)};`,
  );
  return [`    readonly ${place.operation.operationId}: {`, ...lines, '    };'].join('\n');
}

/** The types of a description; and the type of each answer, by operation and outcome. */
export async function descriptionTypes(description: Description): Promise<Artefacts> {
  const source = 'openapi.yaml';
  const answers = operationsOf(description).map((place) => answersOf(description, place));
  return new Map([
    ['generated/openapi.ts', `${header(source)}\n${await typesOf(JSON.stringify(description))}`],
    [
      'generated/answers.ts',
      [
        header(source),
        "import type { components, operations } from './openapi.ts';",
        '/** The answers of each operation, by outcome. */',
        'export interface Answers {',
        ...answers,
        '}',
        '',
      ].join('\n'),
    ],
  ]);
}

/** The types of a JSON Schema with `$defs`, by the same generator: its definitions stand in for components. */
export async function recordTypes({ $defs }: { readonly $defs: object }): Promise<Artefacts> {
  const schemas = JSON.parse(JSON.stringify($defs).replaceAll('#/$defs/', '#/components/schemas/'));
  const document = {
    openapi: '3.1.0',
    info: { title: 'record', version: '1' },
    paths: {},
    components: { schemas },
  };
  const types = await typesOf(document);
  return new Map([['generated/record.ts', `${header('record.schema.json')}\n${types}`]]);
}
