import { delivered, everyNth, repliesTo, withType, words } from '../../contracts/reference/hooks.ts';
import { randomStream } from '../../generators/random.ts';
import type { Variant } from './fault.ts';

/** Longest time that an answer is held back at random, in milliseconds. */
const jitterMs = 20;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Other ways of writing and sending the same answer. */
export const wireVariants: readonly Variant[] = [
  {
    name: 'no-charset',
    text: { en: 'Content-Type has no charset', zh: 'Content-Type 不带字符集' },
    reply: withType('application/json'),
  },
  {
    name: 'upper-case-media-type',
    text: { en: 'Content-Type is in upper case', zh: 'Content-Type 为大写' },
    reply: withType('APPLICATION/JSON; CHARSET=UTF-8'),
  },
  {
    name: 'quoted-charset',
    text: { en: 'The charset stands in quotes', zh: '字符集带引号' },
    reply: withType('application/json; charset="utf-8"'),
  },
  {
    name: 'more-headers',
    text: { en: 'Answers have headers of gateways', zh: '应答带有网关的附加头' },
    reply: (reply) => ({
      ...reply,
      headers: { server: 'openresty', 'x-request-id': '5f1c', 'set-cookie': 'route=a1; Path=/' },
    }),
  },
  {
    name: 'white-space',
    text: { en: 'The JSON is indented, with blank lines around it', zh: 'JSON 带缩进且首尾有空行' },
    reply: words((text) => `\r\n${JSON.stringify(JSON.parse(text), undefined, '\t')}\r\n\r\n`),
  },
  {
    name: 'escaped-unicode',
    text: { en: 'All that is not ASCII is escaped, and slashes are', zh: '非 ASCII 字符与斜杠均被转义' },
    reply: words((text) => text.replace(/[^ -~]/g, escaped).replaceAll('/', '\\/')),
  },
  {
    name: 'escaped-letters',
    text: { en: 'Letters of field names are escaped', zh: '字段名中的字母被转义' },
    reply: words((text) => text.replace(/(?<=")[a-z](?=\w*":)/g, escaped)),
  },
  {
    name: 'in-pieces',
    text: {
      en: 'Answers come in two chunks, cut in the middle of a character',
      zh: '应答分两块发送，在字符中间切开',
    },
    reply: delivered('pieces'),
  },
  {
    name: 'announced-close',
    text: { en: 'The connection is closed after each answer', zh: '每次应答后关闭连接' },
    reply: (reply) => ({ ...reply, headers: { connection: 'close' } }),
  },
  {
    name: 'unannounced-close',
    text: { en: 'The connection ends after each answer, unannounced', zh: '每次应答后未经声明即断开连接' },
    reply: delivered('hangUp'),
  },
  {
    name: 'jitter',
    text: { en: 'Answers take up to 20 ms longer, at random', zh: '应答随机延迟，最多 20 毫秒' },
    reply: (reply, { turn }) => ({ ...reply, delayMs: randomStream(1, turn).below(jitterMs + 1) }),
  },
  {
    name: 'rate-limited',
    text: {
      en: 'Every 5th request is answered with HTTP 429 and may come again at once',
      zh: '每第 5 个请求返回 HTTP 429，可立即重发',
    },
    reply: repliesTo(everyNth(5), () => ({
      status: 429,
      mediaType: 'text/plain',
      headers: { 'retry-after': '0' },
      body: Buffer.from('slow down'),
    })),
  },
];
