import type { Lang } from '../text.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A text in the languages it was found in. */
export type Texts = Readonly<Partial<Record<Lang, string>>>;

/** The part of JSON Schema that pages can express. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly not?: Schema;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly description?: string;
  readonly 'x-texts'?: Texts;
  readonly 'x-original-name'?: string;
  readonly 'x-original-type'?: string;
}

export interface MediaType {
  readonly schema: Schema;
  readonly 'x-example'?: Json;
  readonly 'x-example-text'?: string;
  readonly 'x-original-media-type'?: string;
}
export type Content = Readonly<Record<string, MediaType>>;

export interface ParameterObject {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly description?: string;
  readonly 'x-texts'?: Texts;
  readonly schema: Schema;
}

export interface ResponseObject {
  readonly description: string;
  readonly 'x-texts'?: Texts;
  readonly headers?: Readonly<Record<string, { readonly description?: string; readonly schema: Schema }>>;
  readonly content?: Content;
}

/** A documented business code; `schema` names the component of its answer. */
export interface BusinessCodeEntry {
  readonly code: number | string;
  readonly meaning: Texts;
  readonly schema?: string;
}

export interface OperationObject {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly 'x-texts': { readonly summary: Texts; readonly description?: Texts };
  readonly 'x-author'?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, ResponseObject>>;
  readonly 'x-business-codes'?: readonly BusinessCodeEntry[];
}

/** An OpenAPI 3.1 description as an import writes it. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description?: string;
    readonly contact?: { readonly name: string };
    readonly 'x-url'?: string;
  };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly tags?: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly securitySchemes?: Readonly<Record<string, { readonly type: 'http'; readonly scheme: 'bearer' }>>;
    readonly schemas: Readonly<Record<string, Schema>>;
  };
}
