import { answersByCode } from './codes.ts';
import { type Answer, type Content, contentOf } from './content.ts';
import type { Facts } from './facts.ts';
import { below, follow, type JsonObject, listOf, objectOf } from './json.ts';
import { parametersOf, securityOf } from './parameters.ts';
import { type Member, type Members, shapeOf } from './shape.ts';
import { textsOf, wordsOf } from './texts.ts';

export interface Body {
  readonly at: string;
  readonly requiredAt: string | undefined;
  readonly description: string | undefined;
  readonly content: Content;
}

/** An operation in the one form that all descriptions of it share. */
export interface Operation {
  readonly name: string;
  readonly at: string;
  readonly texts: Facts;
  readonly isDeprecated: boolean;
  /** The ways to authorize a call; an empty one is a call without. */
  readonly security: readonly string[];
  readonly parameters: Members;
  readonly body: Body | undefined;
  readonly answers: ReadonlyMap<string, Answer>;
}

function bodyOf(document: JsonObject, operation: JsonObject, at: string): Body | undefined {
  if (operation.requestBody === undefined) return undefined;
  const { value, at: bodyAt } = follow(document, operation.requestBody, below(at, 'requestBody'));
  const content = contentOf(document, value.content, below(bodyAt, 'content'));
  // A form stands for its fields: Swagger 2.0 and pages have no word for the form itself.
  const forms = [...content].filter(([type]) => /form/.test(type)).map(([, shape]) => shape);
  const fields = forms.flatMap((shape) => [...shape.open().fields.values()]);
  const requiredAt = fields.find((field) => field.requiredAt !== undefined)?.requiredAt;
  return {
    at: bodyAt,
    requiredAt: value.required === true ? below(bodyAt, 'required') : requiredAt,
    description: wordsOf(value.description),
    content,
  };
}

function headersOf(document: JsonObject, response: JsonObject, at: string): Members {
  return new Map(
    Object.entries(objectOf(response.headers)).map(([name, header]): [string, Member] => {
      const { value, at: headerAt } = follow(document, header, below(at, 'headers', name));
      const sources = [
        { schema: { description: value.description ?? '' }, at: headerAt },
        { schema: value.schema, at: below(headerAt, 'schema') },
      ];
      const requiredAt = value.required === true ? below(headerAt, 'required') : undefined;
      const shape = shapeOf(document, sources);
      return [name.toLowerCase(), { name, group: 'header', at: headerAt, requiredAt, shape }];
    }),
  );
}

function answerOf(
  document: JsonObject,
  key: string,
  response: Parameters<typeof follow>[1],
  at: string,
): Answer {
  const { value, at: answerAt } = follow(document, response, below(at, 'responses', key));
  const description = wordsOf(value.description);
  return {
    kind: /^[1-5](?:\d\d|XX)$|^default$/i.test(key) ? 'status' : 'code',
    name: key,
    at: below(at, 'responses', key),
    // What an import writes where the page says nothing.
    description: description === `HTTP ${key}` ? undefined : description,
    headers: headersOf(document, value, answerAt),
    content: contentOf(document, value.content, below(answerAt, 'content')),
  };
}

/** Reads one operation of a path item. */
export function operationOf(
  document: JsonObject,
  path: string,
  method: string,
  { value: item, at: itemAt }: ReturnType<typeof follow>,
): Operation {
  const at = below(itemAt, method);
  const operation = objectOf(item[method]);
  const listed = [
    ...listOf(item.parameters).map((one, index) => follow(document, one, below(itemAt, 'parameters', index))),
    ...listOf(operation.parameters).map((one, index) =>
      follow(document, one, below(at, 'parameters', index)),
    ),
  ];
  const { parameters, isAuthorized } = parametersOf(document, path, listed);
  const answers = Object.entries(objectOf(operation.responses))
    .filter(([key]) => !key.startsWith('x-'))
    .map(([key, response]) => answerOf(document, key, response, at));
  const texts = [...textsOf({ ...operation, title: operation.summary ?? '' }, at)];
  return {
    name: `${method.toUpperCase()} ${path}`,
    at,
    texts: new Map(
      texts.map(([name, text]) =>
        name === 'title' ? ['summary', { ...text, at: below(at, 'summary') }] : [name, text],
      ),
    ),
    isDeprecated: operation.deprecated === true,
    security: securityOf(document, operation, isAuthorized),
    parameters,
    body: bodyOf(document, operation, at),
    answers: answersByCode(document, operation, at, answers),
  };
}
