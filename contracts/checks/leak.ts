import type { Exchange } from '../exchange.ts';
import { isRecord } from '../json.ts';
import { defineCheck } from './check.ts';
import type { CheckSettings, View } from './view.ts';

/** Frames of stack traces as Java, Node.js, Python, Go and .NET print them. */
const stackFrames = [
  /\bat [\w.$]+\([\w$]+\.(java|kt|scala):\d+\)/,
  /\bat .{1,200}\.[cm]?[jt]s:\d+:\d+/,
  /Traceback \(most recent call last\)/,
  /\bgoroutine \d+ \[/,
  /\bat [\w.`<>]+\(.{0,200}\) in .{1,200}:line \d+/,
];

function hasContent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isRecord(value)) return Object.values(value).some(hasContent);
  return value !== null && value !== undefined && value !== '';
}

/** A text, and its words as far as they are too long to be a credential by chance. */
function partsOf(text: string): readonly string[] {
  return [text, ...text.split(/[\s"'(),:;，：；（）]+/).filter(({ length }) => length >= 8)];
}

/** Shorter than this, what stands in the place of a token may turn up in an answer by chance. */
const leastTokenLength = 16;

/** What no answer may contain: the known secrets, and what was sent as a token, good or not. */
export function secretsFor(exchange: Exchange, settings: Pick<CheckSettings, 'secrets'>): readonly string[] {
  const sent = exchange.request.headers.authorization?.replace(/^\w+\s+/, '') ?? '';
  const isKnown = sent.length < leastTokenLength || settings.secrets.includes(sent);
  return isKnown ? settings.secrets : [...settings.secrets, sent];
}

/** Whether a text gives away what no answer may: headers and body can be searched together, or each alone. */
export function leaksIn(
  words: string,
  secrets: readonly string[],
): { readonly token: boolean; readonly stackTrace: boolean } {
  return {
    token: secrets.some((secret) => words.includes(secret)),
    stackTrace: stackFrames.some((frame) => frame.test(words)),
  };
}

/** Headers and body as one text; line breaks and tabs escaped by JSON are spaces again. */
function wordsOf({ answer, text }: View): string {
  const body = text ?? answer.body.toString('latin1');
  const words = body.includes('\\') ? body.replace(/\\[nrt]/g, ' ') : body;
  return `${Object.values(answer.headers).join('\n')}\n${words}`;
}

/** No credential in a failure, no data beside an error, no token and no stack trace in any answer. */
export const leak = defineCheck({
  rule: 'leak',
  title: { en: 'Leak', zh: '泄露' },
  demand: {
    en: 'No credential in a failure, no data beside an error, no token and no stack trace in any answer.',
    zh: '失败中没有凭证，错误不带数据，任何应答中都没有 token 和堆栈信息。',
  },
  kinds: {
    credentialInFailure: {
      severity: 'violation',
      en: 'the failed device {pk} {dk} comes with a credential',
      zh: '失败的设备 {pk} {dk} 附带了凭证',
      expected: { en: 'no credential: {pk} {dk} failed', zh: '没有凭证：{pk} {dk} 失败了' },
      received: { en: '{there}', zh: '{there}' },
    },
    dataInError: {
      severity: 'violation',
      en: 'the error answer with code {code} carries data',
      zh: '业务码为 {code} 的错误应答携带了数据',
      expected: { en: 'no data beside code {code}', zh: '业务码 {code} 不带数据' },
      received: { en: '{there}', zh: '{there}' },
    },
    token: {
      severity: 'violation',
      en: 'the answer contains the token',
      zh: '应答中包含 token',
      expected: { en: 'no token', zh: '没有 token' },
      received: { en: 'the token', zh: 'token' },
    },
    stackTrace: {
      severity: 'violation',
      en: 'the answer contains a stack trace',
      zh: '应答中包含堆栈信息',
      expected: { en: 'no stack trace', zh: '没有堆栈信息' },
      received: { en: 'a stack trace', zh: '堆栈信息' },
    },
  },
  inspect(view, report) {
    const { code, json, failed, succeeded, settings } = view;
    const given = new Set(succeeded.map((item) => item.fields.resetCredentials));
    const isKnown = (text: string) => given.has(text) || settings.ledger?.pairOf(text) !== undefined;
    const hasCredential = (value: unknown) => typeof value === 'string' && partsOf(value).some(isKnown);
    for (const { at, fields } of failed) {
      const { pk, dk, resetCredentials, ...others } = fields;
      if (!hasContent(resetCredentials) && !Object.values(others).some(hasCredential)) continue;
      report('credentialInFailure', at, { pk: String(pk), dk: String(dk) });
    }
    if (code !== undefined && code !== 200 && isRecord(json) && hasContent(json.data)) {
      report('dataInError', '/data', { code });
    }
    const { token, stackTrace } = leaksIn(wordsOf(view), secretsFor(view.exchange, settings));
    if (token) report('token');
    if (stackTrace) report('stackTrace');
  },
});
