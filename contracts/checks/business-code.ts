import { isDocumented } from '../contract.ts';
import type { Exchange } from '../exchange.ts';
import { defineCheck } from './check.ts';
import { isRefusable } from './view.ts';

/** The code that the request must be answered with; `undefined` where the published page is silent. */
function expectedCode(exchange: Exchange): number | undefined {
  if (exchange.token === 'missing') return 5106;
  if (exchange.token !== 'valid') return 5032;
  return isRefusable(exchange) ? undefined : 200;
}

/** The business code is a documented one, and the right one for what was sent. */
export const businessCode = defineCheck({
  rule: 'business-code',
  title: { en: 'Business code', zh: '业务码' },
  demand: {
    en: 'The code is a documented one, and the right one for what was sent.',
    zh: '业务码在文档中列出，并且与所发送的内容相符。',
  },
  kinds: {
    wrong: {
      severity: 'violation',
      en: 'code {code} instead of {expected}',
      zh: '业务码为 {code}，应为 {expected}',
      expected: { en: 'code {expected}', zh: '业务码 {expected}' },
      received: { en: 'code {code}', zh: '业务码 {code}' },
    },
    badInputAccepted: {
      severity: 'violation',
      en: 'code 200 for a body that is not a list of devices',
      zh: '请求体不是设备列表，却返回业务码 200',
      expected: { en: 'no success: the body is not a list of devices', zh: '不成功：请求体不是设备列表' },
      received: { en: 'code 200', zh: '业务码 200' },
    },
    silent: {
      severity: 'observation',
      en: 'code {code} for input on which the published page is silent',
      zh: '对文档未说明的输入返回业务码 {code}',
      expected: { en: 'the page does not say', zh: '页面未说明' },
      received: { en: 'code {code}', zh: '业务码 {code}' },
    },
    undocumented: {
      severity: 'drift',
      en: 'code {code} is not documented',
      zh: '业务码 {code} 未在文档中列出',
      expected: { en: 'a documented code', zh: '文档中列出的业务码' },
      received: { en: 'code {code}', zh: '业务码 {code}' },
    },
  },
  inspect({ exchange, isOperations, code }, report) {
    if (!isOperations || code === undefined) return;
    const expected = expectedCode(exchange);
    if (expected !== undefined && code !== expected) report('wrong', '/code', { code, expected });
    const isBadInput = exchange.token === 'valid' && !exchange.batch && !exchange.mayBeRefused;
    if (isBadInput && code === 200) report('badInputAccepted', '/code');
    if (expected === undefined) report('silent', '/code', { code });
    else if (!isDocumented(code)) report('undocumented', '/code', { code });
  },
});
