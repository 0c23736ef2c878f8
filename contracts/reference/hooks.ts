import type { Device } from '../batch.ts';
import type { Answer, Lists } from './answer.ts';
import type { Asked, Delivery, Hooks, Reply } from './behaviour.ts';
import type { Verdict } from './tokens.ts';

type TokenHook = NonNullable<Hooks['token']>;
export type AnswerHook = NonNullable<Hooks['answer']>;
export type ReplyHook = NonNullable<Hooks['reply']>;
type Success = Lists['successList'][number];
type Failed = Lists['failedList'][number];
type Chosen = (asked: Asked) => boolean;

/** Takes a token of one verdict for one of another. */
export function taking(taken: Partial<Record<Verdict, Verdict>>): TokenHook {
  return (verdict) => taken[verdict] ?? verdict;
}

/** Takes a token that is none for a good one, where its header looks like this. */
export function accepting(isChosen: (authorization: string | undefined) => boolean): TokenHook {
  return (verdict, authorization) => (isChosen(authorization) ? 'valid' : verdict);
}

/** Changes the two lists of an answer that has them. */
export function lists(change: (given: Lists, asked: Asked) => object | null): AnswerHook {
  return (answer, asked) => (answer.data ? { ...answer, data: change(answer.data, asked) } : answer);
}

/** Changes the list of devices that got a credential. */
export function successes(change: (list: readonly Success[], asked: Asked) => unknown): AnswerHook {
  return lists((given, asked) => ({ ...given, successList: change(given.successList, asked) }));
}

/** Changes the list of devices that got none. */
export function failures(change: (list: readonly Failed[], given: Lists, asked: Asked) => unknown) {
  return lists((given, asked) => ({ ...given, failedList: change(given.failedList, given, asked) }));
}

/** Changes the keys of every item of both lists. */
export function pairs(
  change: (device: Device, i: number, all: readonly Device[]) => Partial<Record<keyof Device, unknown>>,
): AnswerHook {
  return lists(({ failedList, successList }) => {
    const all = [...successList, ...failedList];
    const changed = all.map((item, i) => ({ ...item, ...change(item, i, all) }));
    return {
      failedList: changed.slice(successList.length),
      successList: changed.slice(0, successList.length),
    };
  });
}

/** Changes the device key of every item of both lists. */
export function deviceKeys(change: (dk: string) => string | number): AnswerHook {
  return pairs(({ dk }) => ({ dk: change(dk) }));
}

/** Changes every credential of an answer; one that becomes undefined is left out. */
export function credentials(
  change: (credential: string, i: number, all: readonly string[]) => unknown,
): AnswerHook {
  return successes((list) => {
    const all = list.map(({ resetCredentials }) => resetCredentials);
    return list.map((item, i) => ({ ...item, resetCredentials: change(item.resetCredentials, i, all) }));
  });
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

/** Lets own devices fail, the chosen ones by their place in the list. */
export function failing(msg: string, isChosen: (i: number, list: readonly Success[]) => boolean): AnswerHook {
  return lists(({ failedList, successList }) => ({
    failedList: [
      ...failedList,
      ...successList.filter((_, i) => isChosen(i, successList)).map(({ dk, pk }) => ({ dk, msg, pk })),
    ],
    successList: successList.filter((_, i) => !isChosen(i, successList)),
  }));
}

/** Changes the code. */
export function codes(change: (code: number) => unknown): AnswerHook {
  return (answer) => ({ ...answer, code: change(answer.code) });
}

/** Changes an answer that is a business error. */
export function errors(change: (answer: Answer, asked: Asked) => object): AnswerHook {
  return (answer, asked) => (answer.code === 200 ? answer : change(answer, asked));
}

/** Changes the answers to some requests. */
export function answersTo(isChosen: Chosen, change: AnswerHook): AnswerHook {
  return (answer, asked) => (isChosen(asked) ? change(answer, asked) : answer);
}

/** Changes the replies to some requests. */
export function repliesTo(isChosen: Chosen, change: ReplyHook): ReplyHook {
  return (reply, asked) => (isChosen(asked) ? change(reply, asked) : reply);
}

/** Replies under this HTTP status. */
export function underStatus(status: number): ReplyHook {
  return (reply) => ({ ...reply, status });
}

/** Replies with this Content-Type. */
export function withType(mediaType: string): ReplyHook {
  return (reply) => ({ ...reply, mediaType });
}

/** Lets the reply leave in an unusual way. */
export function delivered(delivery: Delivery): ReplyHook {
  return (reply) => ({ ...reply, delivery });
}

/** Changes the bytes of the body. */
export function bytes(change: (body: Buffer) => Buffer): (reply: Reply) => Reply {
  return (reply) => ({ ...reply, body: change(reply.body) });
}

/** Changes the text of the body. */
export function words(change: (text: string) => string): (reply: Reply) => Reply {
  return bytes((body) => Buffer.from(change(body.toString())));
}

/** Requests with more devices than this. */
export function over(size: number): Chosen {
  return ({ devices = [] }) => devices.length > size;
}

/** Every n-th request. */
export function everyNth(n: number): Chosen {
  return ({ turn }) => turn % n === n - 1;
}

/** Requests with a good token and a body that is no list of devices. */
export function hasBadBody({ verdict, devices }: Asked): boolean {
  return verdict === 'valid' && !devices;
}

/** Requests whose token is missing or no good. */
export function hasBadToken({ verdict }: Asked): boolean {
  return verdict !== 'valid';
}
