import { batchAnswer, readDevices } from '../../contracts/reference/answer.ts';
import type { Asked } from '../../contracts/reference/behaviour.ts';
import { answersTo, hasBadBody, repliesTo } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

const page = Buffer.from('<html><body>Bad Request</body></html>');

/** The value of a JSON text, when it is one. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Answers a bad body as if it were this value, when that is a list of devices. */
function reading(repair: (value: unknown, asked: Asked) => unknown) {
  return answersTo(hasBadBody, (answer, asked) => {
    const repaired = repair(parsed(String(asked.body)), asked);
    const devices = readDevices(Buffer.from(JSON.stringify(repaired) ?? ''));
    return devices ? batchAnswer(devices, asked.inventory, asked.lang) : answer;
  });
}

/** Bad input that is not refused as it should be. */
export const badInput: readonly Fault[] = [
  {
    name: 'accept-bad-body',
    rule: 'business-code',
    text: { en: 'A body that is no list of devices is a success', zh: '请求体不是设备列表也返回成功' },
    answer: reading(() => []),
  },
  {
    name: 'accept-single-device',
    rule: 'business-code',
    text: { en: 'A device that stands in no list is accepted', zh: '接受未放入列表的单台设备' },
    answer: reading((value) => [value]),
  },
  {
    name: 'accept-empty-body',
    rule: 'business-code',
    text: { en: 'An empty body is an empty batch', zh: '空请求体被视为空批次' },
    answer: reading((_value, { body }) => (body?.length ? undefined : [])),
  },
  {
    name: 'skip-bad-devices',
    rule: 'business-code',
    text: { en: 'Items of a batch that are no devices are skipped', zh: '批次中不是设备的项被跳过' },
    answer: reading((value) =>
      Array.isArray(value)
        ? value.filter((item) => readDevices(Buffer.from(JSON.stringify([item]))) !== undefined)
        : undefined,
    ),
  },
  {
    name: 'coerce-numbers',
    rule: 'business-code',
    text: { en: 'A device key that is a number is taken for a text', zh: '数值型 dk 被当作字符串接受' },
    answer: reading((value, { body }) =>
      value === undefined ? undefined : parsed(String(body).replace(/:(-?\d+)(?=[,}])/g, ':"$1"')),
    ),
  },
  {
    name: 'read-json-up-to-garbage',
    rule: 'business-code',
    text: { en: 'What follows the JSON of a request is ignored', zh: '忽略请求 JSON 之后的内容' },
    answer: reading((value, { body }) => {
      const [list = ''] = /^\[[^\]]*\]/.exec(String(body)) ?? [];
      return value === undefined ? parsed(list) : undefined;
    }),
  },
  {
    name: 'html-on-bad-body',
    rule: 'media-type',
    text: {
      en: 'A body that is no list of devices gives an HTML page',
      zh: '请求体不是设备列表时返回 HTML 页面',
    },
    reply: repliesTo(hasBadBody, () => ({ status: 200, mediaType: 'text/html', body: page })),
  },
];
