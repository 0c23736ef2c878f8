import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange, Incident } from '../exchange.ts';
import type { Transport } from '../send.ts';
import { fillAll, type Text } from '../text.ts';
import { NotSent } from './not-sent.ts';

/** Time, in milliseconds since the epoch. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

const systemClock: Clock = { now: Date.now, sleep };

const longPause: Text = {
  en: 'the target answered HTTP 429 and asks for a pause of {seconds} s',
  zh: '被测服务返回 HTTP 429，要求暂停 {seconds} 秒',
};

/** A call that was answered with 429 is sent again this often. */
const maxRepeats = 3;

/** Whoever asks for a longer pause is not waited for. */
const maxPauseMs = 60_000;

/**
 * The pause that an answer asks for, in milliseconds: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3);
 * without it 1 s, then 2 s, 4 s. undefined when it is not HTTP 429.
 */
export function pauseOf({ response }: Exchange, repeats: number, now: number): number | undefined {
  if (response?.status !== 429) return undefined;
  const asked = response.headers['retry-after']?.trim() ?? '';
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  const date = Date.parse(asked);
  return Number.isNaN(date) ? 1000 * 2 ** repeats : Math.max(0, date - now);
}

/**
 * Respects HTTP 429: nothing is sent during the pause that the target asks for, and then the call is sent again. A call
 * is NotSent while the target asks for more than a minute.
 */
export function throttled(inner: Transport, clock: Clock = systemClock): Transport {
  let heldUntil = 0;

  /** Waits, and gives the milliseconds it took; undefined when it would take too long. */
  async function pauseIsOver(): Promise<number | undefined> {
    const start = clock.now();
    for (let left = heldUntil - start; left > 0; left = heldUntil - clock.now()) {
      if (left > maxPauseMs) return undefined;
      await clock.sleep(left);
    }
    return clock.now() - start;
  }

  return {
    async send(call, signal) {
      if ((await pauseIsOver()) === undefined) {
        const seconds = Math.ceil((heldUntil - clock.now()) / 1000);
        throw new NotSent(fillAll(longPause, { seconds }));
      }
      const incidents: Incident[] = [];
      for (let repeats = 0; ; repeats++) {
        const exchange = await inner.send(call, signal);
        const pauseMs = pauseOf(exchange, repeats, clock.now());
        if (pauseMs === undefined) return incidents.length > 0 ? { ...exchange, incidents } : exchange;
        heldUntil = Math.max(heldUntil, clock.now() + pauseMs);
        const waitedMs = repeats < maxRepeats ? await pauseIsOver() : undefined;
        incidents.push({ kind: 'throttled', waitedMs: waitedMs ?? 0 });
        if (waitedMs === undefined) return { ...exchange, incidents };
      }
    },
    close: () => inner.close(),
  };
}
