import type { Lang } from '../text.ts';
import { type Answer, batchAnswer, errorAnswer, readDevices } from './answer.ts';
import type { Asked, Fault, Reply } from './fault.ts';
import type { Inventory } from './inventory.ts';
import type { Tokens } from './tokens.ts';

/** What the service reads of a request; there is no body unless it was sent as JSON. */
export interface Incoming {
  readonly authorization?: string | undefined;
  readonly lang: Lang;
  readonly body?: Buffer | undefined;
}

/** A reply, and how many devices it took work for. */
export interface Worked {
  readonly reply: Reply;
  readonly devices: number;
}

export type Responder = (incoming: Incoming) => Promise<Worked>;

export function jsonReply(body: string, status = 200): Reply {
  return { status, mediaType: 'application/json;charset=UTF-8', body };
}

function answerTo({ verdict, devices, inventory }: Asked, lang: Lang): string {
  if (verdict !== 'valid') return errorAnswer(verdict === 'missing' ? 5106 : 5032, lang);
  return devices ? batchAnswer(devices, inventory, lang) : errorAnswer(50005, lang);
}

function reworded(text: string, change: NonNullable<Fault['answer']>, asked: Asked): string {
  const answer: Answer = JSON.parse(text);
  return JSON.stringify(change(answer, asked));
}

/** The service without its network. The token is judged before the body is looked at. */
export function createResponder(tokens: Tokens, inventory: Inventory, fault?: Fault): Responder {
  let requests = 0;
  return async ({ authorization = '', lang, body }) => {
    const turn = requests++;
    const honest = await tokens.verdict(authorization);
    const verdict = fault?.token?.(honest) ?? honest;
    const devices = verdict === 'valid' && body ? readDevices(body) : undefined;
    const asked = { verdict, authorization, devices, inventory, turn };
    const text = answerTo(asked, lang);
    const reply = jsonReply(fault?.answer ? reworded(text, fault.answer, asked) : text);
    return { reply: fault?.reply?.(reply, asked) ?? reply, devices: devices?.length ?? 0 };
  };
}
