import { errorAnswer } from '../../contracts/reference/answer.ts';
import { accepting, answersTo, everyNth, hasBadToken, taking } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

/** The header part of a JWT, as far as there is one. */
function jwtHeader(authorization = ''): string {
  const [header = ''] = authorization.replace(/^Bearer /, '').split('.');
  return Buffer.from(header, 'base64url').toString();
}

/** Tokens wrongly taken for good, and the other way round. */
export const wrongTokens: readonly Fault[] = [
  {
    name: 'accept-no-token',
    rule: 'business-code',
    text: { en: 'No token is needed', zh: '无需 token 即可访问' },
    token: accepting((authorization) => authorization === undefined),
  },
  {
    name: 'accept-blank-token',
    rule: 'business-code',
    text: { en: 'A blank token is accepted', zh: '接受空白 token' },
    token: accepting((authorization) => authorization?.trim() === ''),
  },
  {
    name: 'accept-forged',
    rule: 'business-code',
    text: { en: 'Tokens are not checked at all', zh: '完全不校验 token' },
    token: taking({ forged: 'valid' }),
  },
  {
    name: 'accept-any-signature',
    rule: 'business-code',
    text: { en: 'The signature of a token is not checked', zh: '不校验 token 签名' },
    token: accepting((authorization) => /^Bearer [\w-]+\.[\w-]+\.[\w-]{9,}$/.test(authorization ?? '')),
  },
  {
    name: 'accept-alg-none',
    rule: 'business-code',
    text: { en: 'A token that says it needs no signature is accepted', zh: '接受 alg 为 none 的 token' },
    token: accepting((authorization) => /"alg":"none"/.test(jwtHeader(authorization))),
  },
  {
    name: 'accept-cut-signature',
    rule: 'business-code',
    text: { en: 'A token whose signature was cut off is accepted', zh: '接受签名被截去的 token' },
    token: accepting((authorization) => /^Bearer [\w-]+\.[\w-]+$/.test(authorization ?? '')),
  },
  {
    name: 'accept-garbage',
    rule: 'business-code',
    text: { en: 'Any word is accepted as a token', zh: '任意单词均被当作 token 接受' },
    token: accepting((authorization) => /^Bearer \w+$/.test(authorization ?? '')),
  },
  {
    name: 'accept-basic',
    rule: 'business-code',
    text: { en: 'The scheme Basic is accepted', zh: '接受 Basic 认证方式' },
    token: accepting((authorization) => /^Basic /.test(authorization ?? '')),
  },
  {
    name: 'accept-expired',
    rule: 'business-code',
    text: { en: 'An expired token is accepted', zh: '接受已过期的 token' },
    token: taking({ expired: 'valid' }),
  },
  {
    name: 'accept-refresh',
    rule: 'business-code',
    text: { en: 'A refresh token is accepted as an access token', zh: '刷新令牌被当作访问令牌接受' },
    token: taking({ refresh: 'valid' }),
  },
  {
    name: 'refuse-valid',
    rule: 'business-code',
    text: { en: 'A good token is refused', zh: '有效 token 被拒绝' },
    token: taking({ valid: 'forged' }),
  },
  {
    name: 'refuse-every-7th-call',
    rule: 'business-code',
    text: { en: 'Every 7th call is refused its token', zh: '每第 7 次调用的 token 被拒绝' },
    answer: answersTo(everyNth(7), (_answer, { lang }) => errorAnswer(5032, lang)),
  },
  {
    name: 'body-before-token',
    rule: 'business-code',
    text: { en: 'A bad body is refused before the token is looked at', zh: '先校验请求体，后校验 token' },
    answer: answersTo(
      (asked) => hasBadToken(asked) && !/^\[.+\]$/s.test(String(asked.body ?? '')),
      (_answer, { lang }) => errorAnswer(50005, lang),
    ),
  },
  {
    name: 'answer-from-cache',
    rule: 'business-code',
    text: {
      en: 'What was answered before is answered again without a token',
      zh: '曾应答过的请求无需 token 即可再次得到应答',
    },
    perService() {
      const kept = new Map<string, object>();
      return {
        answer(answer, { verdict, body }) {
          const key = String(body ?? '');
          if (verdict === 'valid') kept.set(key, answer);
          return kept.get(key) ?? answer;
        },
      };
    },
  },
];
