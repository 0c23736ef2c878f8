import type { Text } from '../../contracts/text.ts';

/** What is told of the matrix of faults. */
export const faultsTexts = {
  faults: { en: 'Faults', zh: '故障' },
  faultsKept: { en: 'Every fault caught, no false alarm', zh: '所有故障均被发现，没有误报' },
  faultsBroken: { en: 'Faults missed, or false alarms', zh: '有故障未被发现或出现误报' },
  faultsDetail: {
    en: '{caught} of {faults} faults caught by the rule that must; {passed} of {variants} correct variants passed; {requests} requests',
    zh: '{faults} 个故障中有 {caught} 个被对应规则发现；{variants} 个正确变体中有 {passed} 个通过；共 {requests} 个请求',
  },
  faultsIntro: {
    en: 'A number is how many cases failed and named the rule; the rule that must is framed. Cheapest: requests of the shortest case that does.',
    zh: '数字为失败且指明该规则的用例数；必须发现的规则加框。最少请求：能发现它的最短用例所用的请求数。',
  },
  byRule: { en: 'Cases that named the rule', zh: '指明该规则的用例数' },
  bySuite: { en: 'Cases of the suite that failed', zh: '该套件中失败的用例数' },
  mustBeCaughtBy: { en: 'to be caught by {rule}', zh: '应由规则“{rule}”发现' },
  fault: { en: 'Fault', zh: '故障' },
  variant: { en: 'Correct variant', zh: '正确变体' },
  requests: { en: 'Requests', zh: '请求数' },
  cheapest: { en: 'Cheapest', zh: '最少请求' },
  caught: { en: 'caught', zh: '已发现' },
  misnamed: { en: 'wrong rule', zh: '规则不符' },
  missed: { en: 'missed', zh: '未发现' },
  falseAlarm: { en: 'false alarm', zh: '误报' },
  caughtBy: { en: 'What caught what', zh: '由哪些用例发现' },
  moreCases: { en: 'and {count} more', zh: '另有 {count} 个' },
} as const satisfies Record<string, Text>;
