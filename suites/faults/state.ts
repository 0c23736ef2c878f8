import { errorAnswer } from '../../contracts/reference/answer.ts';
import type { Hooks, Reply } from '../../contracts/reference/behaviour.ts';
import { type AnswerHook, successes } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

/** Changes a success whose body this service was asked before. */
function onRepeat(change: AnswerHook): () => Hooks {
  return () => {
    const asked = new Set<string>();
    return {
      answer(answer, about) {
        const key = String(about.body);
        const isRepeat = asked.has(key);
        asked.add(key);
        return answer.code === 200 && isRepeat ? change(answer, about) : answer;
      },
    };
  };
}

/** How long an answer waits for another one to be exchanged with. */
const meetingMs = 15;

/** Exchanges the replies of two requests that are under way at the same time. */
function exchanging(): Hooks {
  let waiting: { readonly reply: Reply; take(reply: Reply): void } | undefined;
  return {
    reply(reply) {
      const partner = waiting;
      waiting = undefined;
      partner?.take(reply);
      if (partner) return partner.reply;
      return new Promise((take) => {
        const mine = { reply, take };
        waiting = mine;
        setTimeout(() => {
          if (waiting === mine) waiting = undefined;
          take(reply);
        }, meetingMs);
      });
    },
  };
}

/** Answers that depend on what the service was asked before, or is asked at the same time. */
export const forgetfulness: readonly Fault[] = [
  {
    name: 'refuse-repeats',
    rule: 'business-code',
    text: { en: 'A batch that was asked before is refused', zh: '重复的批次被拒绝' },
    perService: onRepeat((_answer, { lang }) => errorAnswer(50005, lang)),
  },
  {
    name: 'drop-device-on-repeat',
    rule: 'batch-law',
    text: { en: 'The second answer to a batch lacks a device', zh: '对同一批次的第二次应答缺少一台设备' },
    perService: onRepeat(successes((list) => list.slice(1))),
  },
  {
    name: 'answer-of-another-batch',
    rule: 'batch-law',
    text: {
      en: 'A batch that was asked before gets the answer of the one between',
      zh: '重复的批次得到其间另一批次的应答',
    },
    perService() {
      const asked = new Set<string>();
      let last: { readonly key: string; readonly answer: object } | undefined;
      return {
        answer(answer, { body }) {
          if (answer.code !== 200) return answer;
          const key = String(body);
          const isRepeat = asked.has(key);
          asked.add(key);
          if (isRepeat && last && last.key !== key) return last.answer;
          last = { key, answer };
          return answer;
        },
      };
    },
  },
  {
    name: 'devices-pile-up',
    rule: 'batch-law',
    text: { en: 'An answer has the devices of the answer before, too', zh: '应答中混入了上一次应答的设备' },
    perService() {
      let left: readonly object[] = [];
      return {
        answer: successes((list) => {
          const piled = [...left, ...list];
          left = list;
          return piled;
        }),
      };
    },
  },
  {
    name: 'exchange-simultaneous',
    rule: 'batch-law',
    text: { en: 'Answers to simultaneous requests are exchanged', zh: '同时进行的请求应答互换' },
    perService: exchanging,
  },
];
