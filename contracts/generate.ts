import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openapi } from './description.ts';
import recordSchema from './record.schema.json' with { type: 'json' };

/** A generated file and how it is made. */
interface Artefact {
  readonly file: URL;
  readonly source: string;
  make(): Promise<string>;
}

/** The types of the record's JSON Schema, by the same generator: its `$defs` stand in for components. */
function recordAsOpenapi(): OpenAPI3 {
  const schemas = JSON.parse(
    JSON.stringify(recordSchema.$defs).replaceAll('#/$defs/', '#/components/schemas/'),
  );
  return { openapi: '3.1.0', info: { title: 'record', version: '1' }, paths: {}, components: { schemas } };
}

async function types(document: OpenAPI3 | string, source: string): Promise<string> {
  const nodes = await openapiTS(document, { immutable: true, defaultNonNullable: false });
  return `// Generated from ${source} by \`npm run generate\`; do not edit.\n${astToString(nodes)}`;
}

const artefacts: readonly Artefact[] = [
  {
    file: new URL('generated/openapi.ts', import.meta.url),
    source: 'contracts/openapi.yaml',
    make: async () => types(JSON.stringify(openapi), 'contracts/openapi.yaml'),
  },
  {
    file: new URL('generated/record.ts', import.meta.url),
    source: 'contracts/record.schema.json',
    make: async () => types(recordAsOpenapi(), 'contracts/record.schema.json'),
  },
];

/** Writes every generated file, or with `--check` exits 1 and names those that are stale. */
async function main(check: boolean): Promise<void> {
  for (const { file, source, make } of artefacts) {
    const fresh = await make();
    if (!check) await writeFile(file, fresh);
    else if (fresh !== (await readFile(file, 'utf8').catch(() => ''))) {
      process.stderr.write(`${file.pathname} does not match ${source}; run \`npm run generate\`.\n`);
      process.exitCode = 1;
    }
  }
}

await main(process.argv.includes('--check'));
