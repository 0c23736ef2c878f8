import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Figures, Order } from './order.ts';

/** A generator in a process of its own, which goes on from order to order: its code is compiled once and stays hot. */
export interface Generator {
  carryOut(order: Order): Promise<Figures>;
  stop(): void;
}

/** Longer than it should take, an order is given up. */
const graceMs = 30_000;

/** Starts a generator; it is ready when this resolves. */
export async function startGenerator(): Promise<Generator> {
  const child = fork(fileURLToPath(new URL('generator-child.ts', import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message', { signal: AbortSignal.timeout(graceMs) });
  return {
    async carryOut(order) {
      const timeout = AbortSignal.timeout(order.warmupMs + order.durationMs + graceMs);
      const over = new AbortController();
      const signal = AbortSignal.any([timeout, over.signal]);
      // Of these one is raced for, and how the others end is nobody's business.
      const ended = [
        once(child, 'message', { signal }).then(([figures]: Figures[]) => figures),
        once(child, 'exit', { signal }).then(() => undefined),
      ];
      for (const one of ended) one.catch(() => undefined);
      child.send(order);
      const figures = await Promise.race(ended).catch(() => undefined);
      const isLate = timeout.aborted;
      over.abort();
      if (figures) return figures;
      throw new Error(`a generator of the benchmark ${isLate ? 'took too long' : 'ended too early'}`);
    },
    stop: () => child.disconnect(),
  };
}
