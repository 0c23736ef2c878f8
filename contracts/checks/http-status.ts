import { defineCheck } from './check.ts';

/** The service answers, and under HTTP 200; deliberately bad input may also be refused with a 4xx. */
export const httpStatus = defineCheck({
  rule: 'http-status',
  title: { en: 'HTTP status', zh: 'HTTP 状态' },
  kinds: {
    unexpected: {
      severity: 'violation',
      en: 'HTTP status {status} instead of {expected}',
      zh: 'HTTP 状态为 {status}，应为 {expected}',
    },
    // Two kinds: load keeps one example of each.
    timeout: { severity: 'violation', en: 'no answer in time', zh: '未在时限内应答' },
    connectionLost: {
      severity: 'violation',
      en: 'the connection ended without a whole answer: {reason}',
      zh: '连接中断，没有完整的应答：{reason}',
    },
  },
  inspect({ answer: { status }, code, exchange, settings }, report) {
    if (status === 200) return;
    const isTokenError = code === 5032 || code === 5106;
    if (isTokenError && status === settings.tokenErrorStatus) return;
    const isBadInput = exchange.token === 'valid' && !exchange.batch?.devices.length;
    if (isBadInput && status >= 400 && status < 500) return;
    report('unexpected', '', { status, expected: isBadInput ? '200, 4xx' : 200 });
  },
  inspectFailure({ failure, reason = '-' }, report) {
    if (failure === 'timeout') report('timeout');
    if (failure === 'socket') report('connectionLost', '', { reason });
  },
});
