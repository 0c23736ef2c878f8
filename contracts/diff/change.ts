import { fillAll, type Params, type Text } from '../text.ts';
import { type ChangeClass, type ChangeKind, classOf, type Side } from './classes.ts';

/** One difference between two editions of a contract. */
export interface Change {
  /** JSON Pointer into the OpenAPI 3.1 form of the new edition, or of the old one for what is gone. */
  readonly pointer: string;
  readonly class: ChangeClass;
  readonly kind: ChangeKind;
  readonly params: Params;
  readonly text: Text;
}

const value = {
  en: '{keyword} of "{name}" in {place} was {from}, is now {to}: ',
  zh: '{place}中“{name}”的 {keyword} 由 {from} 变为 {to}：',
} as const satisfies Text;

function valueText(en: string, zh: string): Text {
  return { en: value.en + en, zh: value.zh + zh };
}

const texts: Readonly<Record<ChangeKind, Text>> = {
  operationRemoved: { en: 'operation {name} is gone', zh: '接口 {name} 已移除' },
  operationAdded: { en: 'operation {name} is new', zh: '新增接口 {name}' },
  fieldRemoved: { en: '"{name}" is gone from {place}', zh: '{place}中不再有“{name}”' },
  fieldRenamed: { en: '"{name}" in {place} is now called "{to}"', zh: '{place}中的“{name}”改名为“{to}”' },
  fieldRequired: { en: '"{name}" is now required in {place}', zh: '{place}中的“{name}”变为必填' },
  fieldAddedRequired: {
    en: '"{name}" is new in {place}, and required',
    zh: '{place}中新增必填的“{name}”',
  },
  fieldOptional: { en: '"{name}" is no longer required in {place}', zh: '{place}中的“{name}”不再必填' },
  fieldAdded: { en: '"{name}" is new in {place}, and optional', zh: '{place}中新增可选的“{name}”' },
  narrowed: valueText('fewer values', '取值范围变小'),
  widened: valueText('more values', '取值范围变大'),
  changed: valueText('other values', '取值范围改变'),
  mediaTypeRemoved: { en: 'media type {name} is gone from {place}', zh: '{place}不再使用媒体类型 {name}' },
  mediaTypeAdded: { en: 'media type {name} is new in {place}', zh: '{place}新增媒体类型 {name}' },
  codeRemoved: { en: 'business code {name} is gone', zh: '不再有业务码 {name}' },
  codeAdded: { en: 'business code {name} is new', zh: '新增业务码 {name}' },
  statusRemoved: { en: 'HTTP {name} is gone', zh: '不再有 HTTP {name}' },
  statusAdded: { en: 'HTTP {name} is new', zh: '新增 HTTP {name}' },
  textChanged: { en: '{keyword} of "{name}" is now {to}', zh: '“{name}”的 {keyword} 变为 {to}' },
};

const places = {
  request: { en: 'the request', zh: '请求' },
  answer: { en: 'the answer', zh: '应答' },
  both: { en: 'the request and the answer', zh: '请求与应答' },
} as const satisfies Record<string, Text>;

/** A change as it is told: its class and its words. */
export function changeOf(
  kind: ChangeKind,
  pointer: string,
  params: Params,
  sides: ReadonlySet<Side>,
): Change {
  const [side = 'request'] = sides;
  const place = sides.size > 1 ? 'both' : side;
  const clipped = Object.entries(params).map(([name, one]) => {
    const text = String(one).replace(/\s+/g, ' ');
    return [name, text.length > 80 ? `${text.slice(0, 79)}…` : text];
  });
  const text = fillAll(texts[kind], { ...Object.fromEntries(clipped), place: places[place] });
  return { pointer, class: classOf(kind, sides), kind, params: { ...params, place }, text };
}
