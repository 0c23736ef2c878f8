import type { ConnectOptions } from '../../contracts/connect.ts';
import type { Ceiling } from './ceiling.ts';
import { startClosedLoop } from './closed-loop.ts';
import { type Ended, shotOf } from './shot.ts';

interface LoopRun {
  readonly server: { readonly url: URL };
  readonly connections?: number;
  readonly timeoutMs?: number;
  /** Stops sending after so many. */
  readonly amount?: number;
  readonly connect?: ConnectOptions;
  readonly ceiling?: Ceiling;
}

/** For tests: runs a closed loop until `end` resolves, or as many requests as it may send have ended; then drains it. */
export async function runLoop(
  { server, connections = 1, timeoutMs = 5000, amount = Number.POSITIVE_INFINITY, connect, ceiling }: LoopRun,
  end?: Promise<unknown>,
) {
  const ended: Ended[] = [];
  let sent = 0;
  let enough = () => {};
  const hasEnough = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const headers = { authorization: 'Bearer secret' };
  const shot = shotOf({
    request: { method: 'POST', url: server.url.href, headers, body: Buffer.from('[]') },
    token: 'valid',
  });
  const loop = startClosedLoop({
    ...{ url: server.url, connections, timeoutMs, ceiling },
    ...(connect && { connect }),
    next: () => (sent < amount ? shot : undefined),
    onSent: () => {
      sent += 1;
    },
    onEnded: (one) => {
      ended.push(one);
      if (ended.length >= amount) enough();
    },
  });
  await (end ?? hasEnough);
  loop.drain();
  await loop.done;
  const failures = (failure: Ended['failure']) => ended.filter((one) => one.failure === failure).length;
  return { ended, sent, answered: failures(undefined), failures, loop };
}
