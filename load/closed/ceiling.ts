import type { Transport } from '../../contracts/send.ts';
import type { Clock } from '../clock.ts';

/** A limit on requests per second, whoever sends them. */
export interface Ceiling {
  /** Calls back when one more request may leave: at once if it may, else in its turn. What comes back cancels. */
  admit(send: () => void): () => void;
  /** How many had to wait so far. */
  heldBack(): number;
}

/** Whoever was woken late may make up for so much: else a busy machine would be slower than the limit. */
const slackMs = 5;

/** In any stretch of time no more than `perSecond` of it and of 5 ms leave, and one. */
export function openCeiling(perSecond: number, clock: Clock): Ceiling {
  const intervalMs = 1000 / perSecond;
  const waiting = new Set<{ readonly send: () => void }>();
  let opensAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;
  let heldBack = 0;

  function letGo(madeUpForMs: number): void {
    cancel = undefined;
    for (const turn of waiting) {
      const now = clock.now();
      if (opensAt > now) break;
      waiting.delete(turn);
      opensAt = Math.max(opensAt, now - madeUpForMs) + intervalMs;
      turn.send();
    }
    if (waiting.size > 0) cancel ??= clock.at(opensAt, () => letGo(slackMs));
  }

  return {
    admit(send) {
      const turn = { send };
      waiting.add(turn);
      if (!cancel) letGo(0);
      if (waiting.has(turn)) heldBack += 1;
      return () => {
        waiting.delete(turn);
        if (waiting.size > 0) return;
        cancel?.();
        cancel = undefined;
      };
    },
    heldBack: () => heldBack,
  };
}

/** A transport whose requests keep to the ceiling; the wait is no part of a call's time. */
export function underCeiling(inner: Transport, ceiling: Ceiling): Transport {
  return {
    async send(call, signal) {
      await new Promise<void>((resolve) => {
        const give = () => {
          signal?.removeEventListener('abort', give);
          cancel();
          resolve();
        };
        let cancel = () => {};
        if (signal?.aborted) return resolve();
        signal?.addEventListener('abort', give, { once: true });
        cancel = ceiling.admit(give);
      });
      return inner.send(call, signal);
    },
    close: () => inner.close(),
  };
}

/** The moments of a plan, those that come too close to the one before put off; none at or after `endMs`. */
export function* spaced(
  moments: Iterator<number, void>,
  perSecond: number,
  endMs: number,
): Generator<number, void, undefined> {
  let earliest = 0;
  for (let next = moments.next(); !next.done; next = moments.next()) {
    const moment = Math.max(next.value, earliest);
    if (moment >= endMs) return;
    yield moment;
    earliest = moment + 1000 / perSecond;
  }
}
