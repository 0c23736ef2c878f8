import type { Observed, ObservedValue } from './observations.ts';
import { fill, type Lang, type Text } from './text.ts';

/** The facts that are observed one by one, in the order of the report. */
export const factTexts = {
  duplicates: { en: 'Device repeated in one request', zh: '同一请求中的重复设备' },
  'order.success': { en: 'Order of the devices that succeeded', zh: '成功列表的顺序' },
  'order.failed': { en: 'Order of the devices that failed', zh: '失败列表的顺序' },
  'credential-stability': { en: "A device's credential on each call", zh: '多次调用时设备的凭证' },
  'empty-batch': { en: 'Empty batch', zh: '空批次' },
  'largest-batch': { en: 'Largest batch that is taken', zh: '可接受的最大批量' },
  'token-without-bearer': { en: 'Token without Bearer', zh: '不带 Bearer 的 token' },
  'message-language.zh': { en: 'Language of msg, X-Q-Language: zh', zh: 'msg 的语言（X-Q-Language: zh）' },
  'message-language.en': { en: 'Language of msg, X-Q-Language: en', zh: 'msg 的语言（X-Q-Language: en）' },
  'reason-language.zh': {
    en: 'Language of the reasons in failedList, X-Q-Language: zh',
    zh: 'failedList 中失败原因的语言（X-Q-Language: zh）',
  },
  'reason-language.en': {
    en: 'Language of the reasons in failedList, X-Q-Language: en',
    zh: 'failedList 中失败原因的语言（X-Q-Language: en）',
  },
} as const satisfies Record<string, Text>;

/** Facts that are many and alike: the name of each is its group and what it is about, joined by a dot. */
export const groupTexts = {
  'bad-input': { en: 'Body that is no batch', zh: '不是批次的请求体' },
  'ambiguous-input': { en: 'Ambiguous body', zh: '有歧义的请求体' },
  'other-method': { en: 'Other method', zh: '其他请求方法' },
  'odd-request': { en: 'Odd request', zh: '异常的请求' },
  'odd-string': { en: 'Odd key', zh: '异常的键' },
} as const satisfies Record<string, Text>;

export type FactGroup = keyof typeof groupTexts;
/** Every name that an observation can have. */
export type FactName = keyof typeof factTexts | `${FactGroup}.${string}`;

/** What was seen, where it is neither a number nor a code. */
export const valueTexts = {
  once: { en: 'answered once', zh: '只应答一次' },
  'per-occurrence': { en: 'answered once per occurrence', zh: '每次出现各应答一次' },
  mixed: { en: 'differs between devices', zh: '因设备而异' },
  'request-order': { en: 'order of the request', zh: '与请求顺序相同' },
  'reverse-order': { en: 'order of the request, reversed', zh: '与请求顺序相反' },
  sorted: { en: 'sorted', zh: '已排序' },
  'other-order': { en: 'another order, always the same', zh: '其他固定顺序' },
  'varying-order': { en: 'another order each time', zh: '每次顺序不同' },
  same: { en: 'the same', zh: '保持不变' },
  'new-each-time': { en: 'new each time', zh: '每次不同' },
  'empty-lists': { en: 'success with empty lists', zh: '成功，列表为空' },
  answered: { en: 'answered', zh: '正常应答' },
  accepted: { en: 'accepted', zh: '被接受' },
  chinese: { en: 'Chinese', zh: '中文' },
  english: { en: 'English', zh: '英文' },
  'other-language': { en: 'another language', zh: '其他语言' },
  'no-text': { en: 'no text', zh: '没有文本' },
} as const satisfies Record<string, Text>;

export type ValueName = keyof typeof valueTexts;

const patterns: readonly (readonly [RegExp, Text])[] = [
  [/^code (\d+)$/, { en: 'code {number}', zh: '业务码 {number}' }],
  [/^at least (\d+)$/, { en: 'at least {number}', zh: '至少 {number}' }],
];

function lookUp(texts: Readonly<Record<string, Text>>, name: string): Text | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

/** The group of a name, when it has one. */
export function groupOf(name: string): FactGroup | undefined {
  const [group = ''] = name.split('.');
  return Object.keys(groupTexts).find((known): known is FactGroup => known === group);
}

/** A name in words of a language; one that is not known as it is. */
export function describeFact(name: string, texts: Observed['observationTexts'], lang: Lang): string {
  const fact = lookUp(factTexts, name);
  if (fact) return fact[lang];
  const group = groupOf(name);
  if (!group) return name;
  const member = lookUp(texts, name)?.[lang] ?? name.slice(group.length + 1);
  return fill({ en: '{group}: {member}', zh: '{group}：{member}' }, lang, {
    group: groupTexts[group],
    member,
  });
}

function describePart(part: string, lang: Lang): string {
  const text = lookUp(valueTexts, part);
  if (text) return text[lang];
  for (const [pattern, words] of patterns) {
    const number = pattern.exec(part)?.[1];
    if (number !== undefined) return fill(words, lang, { number });
  }
  return part;
}

/** What was seen in words of a language, each of several values by itself; one that is not known as it is. */
export function describeValue(value: ObservedValue, lang: Lang): string {
  return String(value)
    .split(/( \| |, )/)
    .map((part) => (part === ', ' ? { en: ', ', zh: '、' }[lang] : describePart(part, lang)))
    .join('');
}
