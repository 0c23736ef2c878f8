import { errors, hasBadToken, repliesTo } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

/** Errors that carry a text of an implementation's insides. */
const telling = (trace: string) => errors((answer) => ({ ...answer, extMsg: trace }));

/** Answers that say more than they may. */
export const leaks: readonly Fault[] = [
  {
    name: 'echo-token',
    rule: 'leak',
    text: { en: 'Error messages repeat the token', zh: '错误信息回显 token' },
    answer: errors((answer, { authorization }) => ({ ...answer, msg: `${answer.msg}: ${authorization}` })),
  },
  {
    name: 'echo-token-in-header',
    rule: 'leak',
    text: { en: 'A header repeats the token', zh: '应答头回显 token' },
    reply: (reply, { authorization }) =>
      authorization === '' ? reply : { ...reply, headers: { 'x-debug-authorization': authorization } },
  },
  {
    name: 'data-beside-error',
    rule: 'leak',
    text: { en: 'A token error comes with the data all the same', zh: 'token 错误应答仍携带数据' },
    answer: errors((answer, { inventory, verdict }) => {
      const device = { pk: 'p11pLZ', dk: 'D001' };
      const successList = [{ ...device, resetCredentials: inventory.credential(device) }];
      return verdict === 'valid' ? answer : { ...answer, data: { failedList: [], successList } };
    }),
  },
  {
    name: 'stack-trace-java',
    rule: 'leak',
    text: { en: 'Errors come with a stack trace of Java', zh: '错误应答附带 Java 堆栈信息' },
    answer: telling(
      'java.lang.IllegalArgumentException\n\tat com.example.Binding.check(Binding.java:42)\n\t... 17 more',
    ),
  },
  {
    name: 'stack-trace-node',
    rule: 'leak',
    text: { en: 'Errors come with a stack trace of Node.js', zh: '错误应答附带 Node.js 堆栈信息' },
    answer: telling('TypeError: x is not a function\n    at Binding.check (/srv/app/binding.js:42:17)'),
  },
  {
    name: 'stack-trace-python',
    rule: 'leak',
    text: { en: 'Errors come with a stack trace of Python', zh: '错误应答附带 Python 堆栈信息' },
    answer: telling('Traceback (most recent call last):\n  File "/srv/app/binding.py", line 42, in check'),
  },
  {
    name: 'stack-trace-go',
    rule: 'leak',
    text: { en: 'Errors come with a stack trace of Go', zh: '错误应答附带 Go 堆栈信息' },
    answer: telling(
      'panic: nil map\n\ngoroutine 17 [running]:\nmain.check(0xc000010250)\n\t/srv/app/main.go:42',
    ),
  },
  {
    name: 'stack-trace-dotnet',
    rule: 'leak',
    text: { en: 'Errors come with a stack trace of .NET', zh: '错误应答附带 .NET 堆栈信息' },
    answer: telling(
      'System.FormatException\r\n   at App.Binding.Check(String dk) in C:\\app\\Binding.cs:line 42',
    ),
  },
  {
    name: 'stack-trace-on-http-401',
    rule: 'leak',
    text: {
      en: 'Token errors are an HTTP 401 page with a stack trace',
      zh: 'token 错误返回带堆栈信息的 HTTP 401 页面',
    },
    reply: repliesTo(hasBadToken, () => ({
      status: 401,
      mediaType: 'text/html',
      body: Buffer.from('<pre>at com.example.TokenFilter.doFilter(TokenFilter.java:7)</pre>'),
    })),
  },
];
