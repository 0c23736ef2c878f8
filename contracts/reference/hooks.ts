import type { Device } from '../batch.ts';
import type { Answer, Lists } from './answer.ts';
import type { Asked, Fault, Reply } from './fault.ts';
import type { Verdict } from './tokens.ts';

type TokenHook = NonNullable<Fault['token']>;
type AnswerHook = NonNullable<Fault['answer']>;
type ReplyHook = NonNullable<Fault['reply']>;
type Success = Lists['successList'][number];

/** Takes a token of one verdict for one of another. */
export function taking(taken: Partial<Record<Verdict, Verdict>>): TokenHook {
  return (verdict) => taken[verdict] ?? verdict;
}

/** Changes the two lists of an answer that has them. */
export function lists(change: (given: Lists, asked: Asked) => object): AnswerHook {
  return (answer, asked) => (answer.data ? { ...answer, data: change(answer.data, asked) } : answer);
}

/** Changes the list of devices that got a credential. */
export function successes(change: (list: readonly Success[], asked: Asked) => readonly object[]): AnswerHook {
  return lists((given, asked) => ({ ...given, successList: change(given.successList, asked) }));
}

/** Changes the device key of every item of both lists. */
export function deviceKeys(change: (dk: string) => string | number): AnswerHook {
  const changed = <T extends Device>(list: readonly T[]) =>
    list.map((item) => ({ ...item, dk: change(item.dk) }));
  return lists(({ failedList, successList }) => ({
    failedList: changed(failedList),
    successList: changed(successList),
  }));
}

/** Gives failed devices a credential all the same. */
export function granting(isChosen: (device: Device, asked: Asked) => boolean): AnswerHook {
  return lists(({ failedList, successList }, asked) => ({
    failedList: failedList.filter((item) => !isChosen(item, asked)),
    successList: [
      ...successList,
      ...failedList
        .filter((item) => isChosen(item, asked))
        .map(({ dk, pk }) => ({ dk, pk, resetCredentials: asked.inventory.credential({ dk, pk }) })),
    ],
  }));
}

/** Changes an answer that is a business error. */
export function errors(change: (answer: Answer, asked: Asked) => object): AnswerHook {
  return (answer, asked) => (answer.code === 200 ? answer : change(answer, asked));
}

/** Refuses what `isChosen` picks with HTTP 500. */
export function serverError(isChosen: (asked: Asked) => boolean): ReplyHook {
  return (reply, asked) => (isChosen(asked) ? { ...reply, status: 500 } : reply);
}

/** Changes the bytes of the body. */
export function bytes(change: (body: Buffer) => Buffer): (reply: Reply) => Reply {
  return (reply) => ({ ...reply, body: change(reply.body) });
}
