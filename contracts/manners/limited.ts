import type { Transport } from '../send.ts';
import { fillAll, type Text } from '../text.ts';
import { NotSent } from './not-sent.ts';

/** How much of a target may be used. */
export interface Limits {
  /** Requests under way at the same time. */
  readonly maxConcurrency: number;
  /** Requests in all. */
  readonly maxRequests: number;
}

const allUsed: Text = {
  en: 'all {maxRequests} requests of PKDK_MAX_REQUESTS are used',
  zh: 'PKDK_MAX_REQUESTS 的 {maxRequests} 个请求已用完',
};

/** Sends no more than the limits allow: a call waits for its turn, and is NotSent once all requests are used. */
export function limited(inner: Transport, { maxConcurrency, maxRequests }: Limits): Transport {
  const waiting: (() => void)[] = [];
  let sent = 0;
  let free = maxConcurrency;

  async function turn(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function next(): void {
    const first = waiting.shift();
    if (first) first();
    else free += 1;
  }

  return {
    async send(call, signal) {
      if (sent >= maxRequests) throw new NotSent(fillAll(allUsed, { maxRequests }));
      sent += 1;
      await turn();
      try {
        return await inner.send(call, signal);
      } finally {
        next();
      }
    },
    close: () => inner.close(),
  };
}
