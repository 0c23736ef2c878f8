import type { Lang } from '../text.ts';
import { type Answer, batchAnswer, errorAnswer, readDevices } from './answer.ts';
import type { Asked, Behaviour, Reply } from './behaviour.ts';
import type { Inventory } from './inventory.ts';
import type { Tokens } from './tokens.ts';

/** What the service reads of a request; there is no body unless it was sent as JSON. */
export interface Incoming {
  readonly authorization?: string | undefined;
  readonly lang: Lang;
  readonly body?: Buffer | undefined;
}

/** A reply, and how many devices it took work for; none of it for a caller who is refused. */
export interface Worked {
  readonly reply: Reply;
  readonly devices: number | undefined;
}

export type Responder = (incoming: Incoming) => Promise<Worked>;

export function jsonReply(answer: object, status = 200): Reply {
  return { status, mediaType: 'application/json;charset=UTF-8', body: Buffer.from(JSON.stringify(answer)) };
}

function answerTo({ verdict, devices, inventory, lang }: Asked): Answer {
  if (verdict !== 'valid') return errorAnswer(verdict === 'missing' ? 5106 : 5032, lang);
  return devices ? batchAnswer(devices, inventory, lang) : errorAnswer(50005, lang);
}

/** How many answers are kept, and to bodies of how many bytes at most. */
const memory = { answers: 1000, bodyBytes: 65_536 };

/** The service without its network. The token is judged before the body is looked at. */
export function createResponder(tokens: Tokens, inventory: Inventory, behaviour?: Behaviour): Responder {
  const hooks = behaviour?.perService?.() ?? behaviour;
  let requests = 0;

  async function work(asked: Asked): Promise<Worked> {
    const answer = answerTo(asked);
    const reply = jsonReply(hooks?.answer?.(answer, asked) ?? answer);
    return {
      reply: (await hooks?.reply?.(reply, asked)) ?? reply,
      devices: asked.verdict === 'valid' ? (asked.devices?.length ?? 0) : undefined,
    };
  }

  // Under load the same bodies come again and again. A correct answer depends on language and body alone, so it
  // is kept: reading a body of 100 devices takes longer than everything else together.
  const known = new Map<string, Worked>();

  return async ({ authorization, lang, body }) => {
    const turn = requests++;
    const honest = await tokens.verdict(authorization);
    const verdict = (await hooks?.token?.(honest, authorization, tokens.verdict)) ?? honest;
    const isKept = !hooks && verdict === 'valid' && body !== undefined && body.length <= memory.bodyBytes;
    const key = isKept ? `${lang} ${body.toString('latin1')}` : '';
    const kept = known.get(key);
    if (kept) return kept;
    const devices = verdict === 'valid' && body ? readDevices(body) : undefined;
    const asked = { verdict, authorization: authorization ?? '', lang, body, devices, inventory, turn };
    const worked = await work(asked);
    if (isKept && known.size < memory.answers) known.set(key, worked);
    return worked;
  };
}
