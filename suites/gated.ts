import { deserialize, serialize } from 'node:v8';
import { NotSent } from '../contracts/manners/not-sent.ts';
import type { Transport } from '../contracts/send.ts';
import type { Target } from '../generators/target.ts';
import type { GatedTarget, Passed, Passing } from './gate.ts';

async function ask(address: string, init: RequestInit = {}): Promise<Buffer> {
  const answer = await fetch(address, init);
  if (!answer.ok) throw new Error(`the gate of the run answers HTTP ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** The target as it is seen through the gate of a run: its token is always the one in use. */
export async function passGate(
  address: string,
): Promise<{ readonly target: Target; readonly transport: Transport }> {
  const { token: first, ...target }: GatedTarget = deserialize(await ask(address));
  let token = first;
  return {
    target: {
      ...target,
      get token() {
        return token;
      },
      close: async () => undefined,
    },
    transport: {
      async send(call) {
        const passing: Passing = { request: call.request, token: call.token };
        const passed: Passed = deserialize(await ask(address, { method: 'POST', body: serialize(passing) }));
        token = passed.token;
        if ('notSent' in passed.end) throw new NotSent(passed.end.notSent);
        const { headers, ...end } = passed.end;
        return { ...call, ...end, request: { ...call.request, headers } };
      },
      close: async () => undefined,
    },
  };
}
