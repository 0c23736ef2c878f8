import type { components, paths } from './generated/openapi.ts';
import type { Text } from './text.ts';
import { readYaml } from './yaml.ts';

export type SchemaName = keyof components['schemas'];

/** The part of a JSON Schema that this toolkit itself walks; ajv takes the whole. */
export interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

/** A documented business code: the answer it comes with, and what provokes it. */
export interface BusinessCode {
  readonly code: number;
  readonly schema: SchemaName;
  readonly outcome: string;
  readonly meaning: Text;
  readonly provokedBy: Text;
}

interface Description {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<
    Record<string, { readonly post: { readonly 'x-business-codes': BusinessCode[] } }>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The contract as written in `openapi.yaml`. */
export const openapi = readYaml<Description>(new URL('openapi.yaml', import.meta.url));

/** Path of the operation under test. */
export const operationPath: keyof paths = '/v2/binding/enduserapi/batchGetPureBtResetCredentials';

/** The documented business codes by number. */
export const businessCodes: ReadonlyMap<number, BusinessCode> = new Map(
  openapi.paths[operationPath]?.post['x-business-codes'].map((entry) => [entry.code, entry]),
);
