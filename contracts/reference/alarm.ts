export interface Alarm {
  /** Resolves at a moment of `performance.now()`, never before it. */
  at(momentMs: number): Promise<void>;
  /** Forgets what has not rung yet. */
  stop(): void;
}

interface Waiting {
  readonly momentMs: number;
  ring(): void;
}

// A timer may ring 1 ms late, and several on a machine that sleeps in between, as virtual ones do. From this long
// before the moment, the event loop is polled instead.
const spinMs = 25;

/** An alarm clock accurate to a few microseconds on an event loop that is otherwise idle. */
export function createAlarm(): Alarm {
  /** Latest first, so that the next one is taken from the end. */
  const waiting: Waiting[] = [];
  let timeout: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;

  function disarm(): void {
    clearTimeout(timeout);
    clearImmediate(immediate);
  }

  function arm(): void {
    disarm();
    const next = waiting.at(-1);
    if (!next) return;
    const sleepMs = next.momentMs - spinMs - performance.now();
    if (sleepMs > 0) timeout = setTimeout(arm, sleepMs);
    else immediate = setImmediate(ringDue);
  }

  function ringDue(): void {
    const now = performance.now();
    let next = waiting.at(-1);
    while (next && next.momentMs <= now) {
      waiting.pop();
      next.ring();
      next = waiting.at(-1);
    }
    arm();
  }

  return {
    at: (momentMs) =>
      new Promise((ring) => {
        const after = waiting.findLastIndex((other) => other.momentMs > momentMs);
        waiting.splice(after + 1, 0, { momentMs, ring });
        if (after + 1 === waiting.length - 1) arm();
      }),
    stop() {
      disarm();
      waiting.length = 0;
    },
  };
}
