import {
  answerPointers,
  type Description,
  type Place,
  requestPointer,
  schemaAt,
  together,
} from './description.ts';
import { type TokenState, tokenStates } from './exchange.ts';
import { pointerOf } from './json.ts';
import { validatorOf } from './json-schema.ts';
import type { RecordedExchange } from './record.ts';
import { fillAll, type Text } from './text.ts';

/** What was sent and received in one exchange, its bodies read as far as they are JSON. */
export interface Seen {
  readonly recorded: RecordedExchange;
  readonly sent: unknown;
  readonly received: unknown;
}

/** Something of the contract that a run can have tried or seen. */
export interface Point {
  /** Stable, such as `request /~/dk minLength broken`; `~` stands for every element of an array. */
  readonly id: string;
  readonly text: Text;
  /** Why a target may not be able to cover it. */
  readonly lack?: Text;
  isIn(seen: Seen): boolean;
}

const texts = {
  outcome: { en: 'outcome {name}', zh: '结果 {name}' },
  code: { en: 'business code {name}', zh: '业务码 {name}' },
  token: { en: 'token {name}', zh: 'token {name}' },
  kept: { en: 'request {at}: {keyword} kept', zh: '请求 {at}：符合 {keyword}' },
  broken: { en: 'request {at}: {keyword} broken', zh: '请求 {at}：违反 {keyword}' },
  answer: { en: 'answer {name}: field {at}', zh: '应答 {name}：字段 {at}' },
} as const satisfies Record<string, Text>;

const lacks: Partial<Record<TokenState, Text>> = {
  expired: { en: 'PKDK_EXPIRED_TOKEN is not set', zh: '未设置 PKDK_EXPIRED_TOKEN' },
  refresh: { en: 'no refresh token can be had of this target', zh: '无法从该目标获得刷新令牌' },
};

/** Outcomes of the batch that the contract knows without a code of their own. */
const outcomes = ['success', 'partial', 'allFailed', 'tokenInvalid', 'tokenMissing'] as const;

/** Keywords of JSON Schema that a value can keep or break, and the type that it must have for that. */
const keywords: Readonly<Record<string, string | undefined>> = {
  ...{ type: undefined, enum: undefined, const: undefined },
  ...{ pattern: 'string', minLength: 'string', maxLength: 'string' },
  ...{ minimum: 'number', maximum: 'number', minItems: 'array', maxItems: 'array' },
};

/** A part of a value: the way to it, with `~` for every element, and the schemas that describe it. */
interface Part {
  readonly way: readonly string[];
  readonly pointers: readonly string[];
}

const anyElement = '~';

/** Every part that a schema describes; a schema that recurs is walked once. */
function partsFrom(
  description: Description,
  way: readonly string[],
  pointer: string,
  above: readonly string[] = [],
): Part[] {
  const pointers = together(description, pointer);
  if (pointers.some((known) => above.includes(known))) return [];
  const around = [...above, ...pointers];
  const below = pointers.flatMap((at) => {
    const { properties = {}, items } = schemaAt(description, at);
    const fields = Object.keys(properties).flatMap((name) =>
      partsFrom(description, [...way, name], at + pointerOf('properties', name), around),
    );
    return [...fields, ...(items ? partsFrom(description, [...way, anyElement], `${at}/items`, around) : [])];
  });
  return [{ way, pointers }, ...below];
}

/** The values at the end of a way; none where it leads nowhere. */
function valuesAt(value: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return [value];
  if (step === anyElement) return Array.isArray(value) ? value.flatMap((one) => valuesAt(one, rest)) : [];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return valuesAt(fields[step], rest);
}

/** One assertion of a schema, and the values that it says anything about. */
interface Assertion {
  readonly keyword: string;
  readonly schema: object;
  readonly concerns: object;
}

function assertionsOf(description: Description, { pointers }: Part): Assertion[] {
  return pointers.flatMap((pointer) => {
    const schema: Readonly<Record<string, unknown>> = { ...schemaAt(description, pointer) };
    const { required = [] } = schemaAt(description, pointer);
    const present = Object.entries(keywords).filter(([keyword]) => keyword in schema);
    return [
      ...present.map(([keyword, type]) => {
        return { keyword, schema: { [keyword]: schema[keyword] }, concerns: type ? { type } : {} };
      }),
      // Each field that is required has points of its own.
      ...required.map((name) => {
        return {
          keyword: `required ${name}`,
          schema: { required: [name], properties: { [name]: {} } },
          concerns: { type: 'object' },
        };
      }),
    ];
  });
}

function requestPoints(description: Description, place: Place): Point[] {
  const pointer = requestPointer(place);
  if (pointer === undefined) return [];
  return partsFrom(description, [], pointer).flatMap((part) =>
    assertionsOf(description, part).flatMap(({ keyword, schema, concerns }) => {
      const [kept, concerned] = [validatorOf(schema), validatorOf(concerns)];
      const at = part.way.length === 0 ? '/' : `/${part.way.join('/')}`;
      return (['kept', 'broken'] as const).map((state): Point => {
        const isShown = (value: unknown) => concerned.test(value) && kept.test(value) === (state === 'kept');
        return {
          id: `request ${at} ${keyword} ${state}`,
          text: fillAll(texts[state], { at, keyword }),
          isIn: ({ sent }) => sent !== undefined && valuesAt(sent, part.way).some(isShown),
        };
      });
    }),
  );
}

function answerPoints(description: Description, place: Place): Point[] {
  const codes = place.operation['x-business-codes'] ?? [];
  return codes.flatMap(({ code }) => {
    const pointer = answerPointers(place).get(String(code)) ?? '';
    const parts = partsFrom(description, [], pointer).filter(
      ({ way }) => way.length > 0 && way.at(-1) !== anyElement,
    );
    return parts.map(({ way }): Point => {
      const at = `/${way.join('/')}`;
      const isIn = ({ received }: Seen) =>
        valuesAt(received, ['code']).includes(code) && valuesAt(received, way).length > 0;
      return { id: `answer ${code} ${at}`, text: fillAll(texts.answer, { name: code, at }), isIn };
    });
  });
}

/** Every point of an operation's contract, in its order. */
export function pointsOf(description: Description, place: Place): Point[] {
  const codes = place.operation['x-business-codes'] ?? [];
  return [
    ...outcomes.map(
      (name): Point => ({
        id: `outcome ${name}`,
        text: fillAll(texts.outcome, { name }),
        isIn: ({ recorded }) => recorded.outcome === name,
      }),
    ),
    ...codes.map(
      ({ code }): Point => ({
        id: `code ${code}`,
        text: fillAll(texts.code, { name: code }),
        isIn: ({ received }) => valuesAt(received, ['code']).includes(code),
      }),
    ),
    ...tokenStates.map((name): Point => {
      const lack = lacks[name];
      const point = {
        id: `token ${name}`,
        text: fillAll(texts.token, { name }),
        isIn: ({ recorded }: Seen) => recorded.token === name,
      };
      return lack ? { ...point, lack } : point;
    }),
    ...requestPoints(description, place),
    ...answerPoints(description, place),
  ];
}
