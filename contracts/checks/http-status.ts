import { isTokenError } from '../outcome.ts';
import { defineCheck } from './check.ts';
import { isRefusable } from './view.ts';

/** The service answers, under HTTP 200; what is no batch, or an odd one, may also be refused with a 4xx. */
export const httpStatus = defineCheck({
  rule: 'http-status',
  title: { en: 'HTTP status', zh: 'HTTP 状态' },
  demand: {
    en: 'Every call is answered, in time and under HTTP 200; what is no batch may be refused with a 4xx.',
    zh: '每次调用都按时以 HTTP 200 应答；不是批次的输入可以用 4xx 拒绝。',
  },
  kinds: {
    unexpected: {
      severity: 'violation',
      en: 'HTTP status {status} instead of {expected}',
      zh: 'HTTP 状态为 {status}，应为 {expected}',
      expected: { en: 'HTTP {expected}', zh: 'HTTP {expected}' },
      received: { en: 'HTTP {status}', zh: 'HTTP {status}' },
    },
    // Two kinds: load keeps one example of each.
    timeout: {
      severity: 'violation',
      en: 'no answer in time',
      zh: '未在时限内应答',
      expected: { en: 'an answer', zh: '有应答' },
      received: { en: 'none in time', zh: '超时未应答' },
    },
    connectionLost: {
      severity: 'violation',
      en: 'the connection ended without a whole answer: {reason}',
      zh: '连接中断，没有完整的应答：{reason}',
      expected: { en: 'a whole answer', zh: '完整的应答' },
      received: { en: 'the connection ended: {reason}', zh: '连接中断：{reason}' },
    },
    refused: {
      severity: 'observation',
      en: 'HTTP status {status} for input on which the published page is silent',
      zh: '对文档未说明的输入返回 HTTP 状态 {status}',
      expected: { en: 'the page does not say', zh: '页面未说明' },
      received: { en: 'HTTP {status}', zh: 'HTTP {status}' },
    },
  },
  inspect({ answer: { status }, code, exchange, settings }, report) {
    if (status === 200) return;
    if (isTokenError(code) && status === settings.tokenErrorStatus) return;
    const mayBeRefused = isRefusable(exchange);
    if (mayBeRefused && status >= 400 && status < 500) report('refused', '', { status });
    else report('unexpected', '', { status, expected: mayBeRefused ? '200, 4xx' : 200 });
  },
  inspectFailure({ failure, reason = '-' }, report) {
    if (failure === 'timeout') report('timeout');
    if (failure === 'socket') report('connectionLost', '', { reason });
  },
});
