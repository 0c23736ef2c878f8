import { defineCheck } from './check.ts';
import { isRecord, type View } from './view.ts';

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
  kinds: {
    credentialInFailure: {
      severity: 'violation',
      en: 'the failed device {pk} {dk} comes with a credential',
      zh: '失败的设备 {pk} {dk} 附带了凭证',
    },
    dataInError: {
      severity: 'violation',
      en: 'the error answer with code {code} carries data',
      zh: '业务码为 {code} 的错误应答携带了数据',
    },
    token: { severity: 'violation', en: 'the answer contains the token', zh: '应答中包含 token' },
    stackTrace: { severity: 'violation', en: 'the answer contains a stack trace', zh: '应答中包含堆栈信息' },
  },
  inspect(view, report) {
    const { code, json, failed, succeeded, settings } = view;
    const given = new Set(succeeded.map((item) => item.fields.resetCredentials));
    const isCredential = (value: unknown) =>
      typeof value === 'string' && (given.has(value) || settings.ledger?.pairOf(value) !== undefined);
    for (const { at, fields } of failed) {
      const { pk, dk, resetCredentials, ...others } = fields;
      if (!hasContent(resetCredentials) && !Object.values(others).some(isCredential)) continue;
      report('credentialInFailure', at, { pk: String(pk), dk: String(dk) });
    }
    if (code !== undefined && code !== 200 && isRecord(json) && hasContent(json.data)) {
      report('dataInError', '/data', { code });
    }
    const words = wordsOf(view);
    if (settings.secrets.some((secret) => words.includes(secret))) report('token');
    if (stackFrames.some((frame) => frame.test(words))) report('stackTrace');
  },
});
