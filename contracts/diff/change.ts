import { fillAll, type Params, type Text } from '../text.ts';
import { type ChangeClass, classOf, type Effect, type Side } from './classes.ts';

const was = [
  '{keyword} of "{name}" in {place} was {from}, is now {to}',
  '{place}中“{name}”的 {keyword} 由 {from} 变为 {to}',
];

/** Every kind of change: what it does to the agreed values, and its words. */
export const kinds = {
  operationRemoved: ['narrower', 'operation {name} is gone', '接口 {name} 已移除'],
  operationAdded: ['wider', 'operation {name} is new', '新增接口 {name}'],
  fieldRemoved: ['both', '"{name}" is gone from {place}', '{place}中不再有“{name}”'],
  fieldRenamed: ['both', '"{name}" in {place} is now called "{to}"', '{place}中的“{name}”改名为“{to}”'],
  fieldRequired: ['narrower', '"{name}" is now required in {place}', '{place}中的“{name}”变为必填'],
  fieldAddedRequired: ['narrower', '"{name}" is new in {place}, and required', '{place}中新增必填的“{name}”'],
  fieldOptional: ['wider', '"{name}" is no longer required in {place}', '{place}中的“{name}”不再必填'],
  fieldAdded: ['none', '"{name}" is new in {place}, and optional', '{place}中新增可选的“{name}”'],
  narrowed: ['narrower', `${was[0]}: fewer values`, `${was[1]}：取值范围变小`],
  widened: ['wider', `${was[0]}: more values`, `${was[1]}：取值范围变大`],
  changed: ['both', `${was[0]}: other values`, `${was[1]}：取值范围改变`],
  mediaTypeRemoved: ['narrower', 'media type {name} is gone from {place}', '{place}不再使用媒体类型 {name}'],
  mediaTypeAdded: ['wider', 'media type {name} is new in {place}', '{place}新增媒体类型 {name}'],
  codeRemoved: ['narrower', 'business code {name} is gone', '不再有业务码 {name}'],
  codeAdded: ['wider', 'business code {name} is new', '新增业务码 {name}'],
  statusRemoved: ['narrower', 'HTTP {name} is gone', '不再有 HTTP {name}'],
  statusAdded: ['wider', 'HTTP {name} is new', '新增 HTTP {name}'],
  textChanged: ['text', '{keyword} of "{name}" is now {to}', '“{name}”的 {keyword} 变为 {to}'],
} as const satisfies Readonly<Record<string, readonly [effect: Effect, en: string, zh: string]>>;

export type ChangeKind = keyof typeof kinds;

/** What has kinds of its own when it is gone or new; none of these is ever renamed. */
export const isCase = (place: string): place is 'mediaType' | 'status' | 'code' =>
  ['mediaType', 'status', 'code'].includes(place);

const places = {
  request: { en: 'the request', zh: '请求' },
  answer: { en: 'the answer', zh: '应答' },
  both: { en: 'the request and the answer', zh: '请求与应答' },
} as const satisfies Record<string, Text>;

/** One difference between two editions of a contract. */
export interface Change {
  /** JSON Pointer into the OpenAPI 3.1 form of the new edition, or of the old one for what is gone. */
  readonly pointer: string;
  readonly class: ChangeClass;
  readonly kind: ChangeKind;
  readonly params: Params;
  readonly text: Text;
}

/** A change as it is told: its class and its words. */
export function changeOf(kind: ChangeKind, pointer: string, params: Params, sides: Set<Side>): Change {
  const [side = 'request'] = sides;
  const place = sides.size > 1 ? 'both' : side;
  const clipped = Object.entries(params).map(([name, one]) => {
    const text = String(one).replace(/\s+/g, ' ');
    return [name, text.length > 80 ? `${text.slice(0, 79)}…` : text];
  });
  const [effect, en, zh] = kinds[kind];
  const text = fillAll({ en, zh }, { ...Object.fromEntries(clipped), place: places[place] });
  return { pointer, class: classOf(effect, sides), kind, params: { ...params, place }, text };
}
