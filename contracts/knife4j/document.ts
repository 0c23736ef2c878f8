import type { Lang } from '../text.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Named<Value> = Readonly<Record<string, Value>>;
type Loose<Fields> = { readonly [Key in keyof Fields]?: Fields[Key] | undefined };

/** A text in the languages it was found in. */
export type Texts = Loose<Record<Lang, string>>;

/** While pages are read and merged, texts stand in `x-texts` only. */
export type Described = Loose<{ description: string; 'x-texts': Texts }>;

/**
 * The part of JSON Schema that pages can express. `x-original-name` marks a model; one without properties names a
 * model whose rows stand elsewhere: around this one, or apart.
 */
export interface Schema extends Described, Loose<{ 'x-original-name': string; 'x-original-type': string }> {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly not?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Named<Schema>;
}

export type MediaType = { readonly schema: Schema } & Loose<{ 'x-example': Json; 'x-example-text': string }>;
export type Field = Described & { readonly schema: Schema };
export type Parameter = Field & { readonly name: string; readonly in: string } & Loose<{ required: boolean }>;
export type Body = { readonly required: boolean; readonly content: Named<MediaType> };
export type Response = Described & Loose<{ headers: Named<Field>; content: Named<MediaType> }>;
type Code<Value, Answer> = { readonly code: Value; readonly meaning: Texts } & Loose<{ schema: Answer }>;
type Security = readonly Named<readonly string[]>[];

/** What an operation has as read and as written. */
interface Head
  extends Loose<{ description: string; tags: string[]; 'x-author': string; security: Security }> {
  readonly summary: string;
  readonly 'x-texts': { readonly summary: Texts } & Loose<{ description: Texts }>;
  readonly responses: Named<Response>;
}

/** An operation as read: its lists by name, so that two editions of it can be merged. */
export interface Draft extends Head {
  readonly parameters: Named<Parameter>;
  readonly bodies: Named<Body>;
  /** Business codes, each with a schema when the page prints one for it. */
  readonly codes: Named<Code<string, Schema>>;
  /** Models printed apart from the rows that use them. */
  readonly models: Named<Schema>;
}

/** An operation as written; the schema of a business code is the name of a component. */
export interface Operation extends Head, Loose<{ parameters: readonly Parameter[]; requestBody: Body }> {
  readonly operationId: string;
  readonly 'x-business-codes'?: readonly Code<number | string, string>[] | undefined;
}

/** An OpenAPI 3.1 description as an import writes it. */
export interface OpenApiDocument extends Loose<{ tags: readonly { readonly name: string }[] }> {
  readonly openapi: '3.1.0';
  readonly info: Named<Json>;
  readonly servers: readonly { readonly url: string }[];
  readonly security: Security;
  readonly paths: Named<Named<Operation>>;
  readonly components: { readonly securitySchemes?: Named<Json>; readonly schemas: Named<Schema> };
}
