import type { Lang } from '../text.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A text in the languages it was found in. */
export type Texts = Readonly<Partial<Record<Lang, string>>>;

export type Named<Value> = Readonly<Record<string, Value>>;
type Loose<Fields> = { readonly [Key in keyof Fields]?: Fields[Key] | undefined };

/** While pages are read, texts stand in `x-texts` only; writing makes descriptions of them. */
export type Described = Loose<{ description: string; 'x-texts': Texts }>;

/**
 * The part of JSON Schema that pages can express. `x-original-name` marks a model; one without properties names a
 * model whose rows stand elsewhere: around this one, or apart.
 */
export interface Schema extends Described {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly not?: Schema;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Named<Schema>;
  readonly oneOf?: readonly Schema[];
  readonly 'x-original-name'?: string | undefined;
  readonly 'x-original-type'?: string;
}

export type MediaType = { readonly schema: Schema } & Loose<{ 'x-example': Json; 'x-example-text': string }>;
export type Header = Described & { readonly schema: Schema };
export type Parameter = Header & {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean | undefined;
};
export type Body = { readonly required: boolean; readonly content: Named<MediaType> };
export type Response = Described & Loose<{ headers: Named<Header>; content: Named<MediaType> }>;
type Security = readonly Named<readonly string[]>[];
type Head = Loose<{ tags: readonly string[]; 'x-author': string; security: Security; requestBody: Body }>;

/** A business code as read: with a schema when the page prints one for it. */
export type Code = { readonly code: string; readonly meaning: Texts; readonly schema?: Schema | undefined };

/** An operation as read: its lists by name, so that two editions of it can be merged. */
export interface Draft extends Head {
  readonly 'x-texts': { readonly summary: Texts; readonly description: Texts };
  /** By place and name. */
  readonly parameters: Named<Parameter>;
  readonly responses: Named<Response>;
  readonly 'x-business-codes': Named<Code>;
  /** Models printed apart from the rows that use them. */
  readonly models: Named<Schema>;
}

/** An operation as written; the schema of a business code is the name of a component. */
export interface Operation extends Head, Loose<{ description: string }> {
  readonly operationId: string;
  readonly summary: string;
  readonly 'x-texts': Loose<{ summary: Texts; description: Texts }>;
  readonly parameters?: readonly Parameter[];
  readonly responses: Named<Response>;
  readonly 'x-business-codes'?: readonly {
    readonly code: number | string;
    readonly meaning: Texts;
    readonly schema?: string;
  }[];
}

/** An OpenAPI 3.1 description as an import writes it. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string } & Loose<{
    description: string;
    contact: { readonly name: string };
    'x-url': string;
  }>;
  readonly servers: readonly { readonly url: string }[];
  readonly security: Security;
  readonly tags?: readonly { readonly name: string }[] | undefined;
  readonly paths: Named<Named<Operation>>;
  readonly components: {
    readonly securitySchemes?: Named<Json> | undefined;
    readonly schemas: Named<Schema>;
  };
}
