import type { Clock } from '../clock.ts';

/** How one sending ended. Moments are those of the clock. */
export interface Paced<T> {
  readonly plannedAt: number;
  readonly sentAt: number;
  readonly endedAt: number;
  readonly result: T;
}

export interface PacerOptions<T> {
  /** Planned moments, ascending, in milliseconds from the start. */
  readonly moments: Iterator<number, void>;
  readonly clock: Clock;
  /** The moment of the clock that the planned ones count from; now, if it is not given. */
  readonly startAt?: number | undefined;
  /** What falls due while so many are under way is not sent, and told. */
  readonly maxInFlight: number;
  /** Sends now; `onEnded` is called once, later. */
  send(onEnded: (result: T) => void): void;
  onSent(plannedAt: number, sentAt: number): void;
  onOverflow(plannedAt: number): void;
  onEnded(paced: Paced<T>): void;
}

/** An open loop: what is sent when is planned, whatever the answers do. */
export interface Pacer {
  readonly startedAt: number;
  inFlight(): number;
  /** Sends no more. */
  stop(): void;
  /** Sends nothing that is planned for that moment or later. */
  stopAt(moment: number): void;
  /** When all is sent and has ended. */
  readonly done: Promise<void>;
}

/**
 * Sent in a row before answers get their turn. A connection is opened where none is free, and costs several requests: one
 * that first caught up would, at 32 in a row, fall behind for seconds. Reading answers frees the connections there are.
 */
const maxInRow = 4;

/** Sends at the planned moments. A moment that was missed is made up for at once: none is dropped for being late. */
export function startPacer<T>(options: PacerOptions<T>): Pacer {
  const { moments, clock, maxInFlight } = options;
  const { startAt: startedAt = clock.now() } = options;
  let due = moments.next();
  let endsAt = Number.POSITIVE_INFINITY;
  let inFlight = 0;
  let cancel = () => {};
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const sendOne = (plannedAt: number, sentAt: number) => {
    if (inFlight >= maxInFlight) return options.onOverflow(plannedAt);
    inFlight += 1;
    options.onSent(plannedAt, sentAt);
    options.send((result) => {
      const endedAt = clock.now();
      inFlight -= 1;
      // Judging many answers in a row takes long: what falls due meanwhile goes between them.
      sendDue(1);
      options.onEnded({ plannedAt, sentAt, endedAt, result });
      if (due.done && inFlight === 0) finish();
    });
  };
  const sendDue = (most: number) => {
    for (let row = 0; row < most && !due.done; row++) {
      const now = clock.now();
      const plannedAt = startedAt + due.value;
      if (plannedAt > now) return;
      advance();
      sendOne(plannedAt, now);
    }
  };
  const cut = () => {
    if (!due.done && startedAt + due.value >= endsAt) due = { done: true, value: undefined };
  };
  const advance = () => {
    due = moments.next();
    cut();
  };
  const keepPace = () => {
    sendDue(maxInRow);
    if (!due.done) cancel = clock.at(startedAt + due.value, keepPace);
    else if (inFlight === 0) finish();
  };
  cancel = clock.at(startedAt, keepPace);
  return {
    startedAt,
    inFlight: () => inFlight,
    stop() {
      cancel();
      due = { done: true, value: undefined };
      if (inFlight === 0) finish();
    },
    stopAt(moment) {
      endsAt = moment;
      cut();
      if (!due.done) return;
      cancel();
      if (inFlight === 0) finish();
    },
    done,
  };
}
