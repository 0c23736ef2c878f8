import { spawn } from 'node:child_process';

/** What a load generator must notice in its own process: work that takes the core, the event loop or the memory away. */

export type HogName = keyof typeof hogs;

/** A hog that works until it is stopped. */
type Hog = () => () => void;

function busyFor(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** Does a piece of work on each turn of the event loop. */
function everyTurn(work: () => void): () => void {
  let isOver = false;
  const turn = () => {
    if (isOver) return;
    work();
    setImmediate(turn);
  };
  turn();
  return () => {
    isOver = true;
  };
}

function everyMs(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  return () => clearInterval(timer);
}

/** Objects that live long enough to be moved, and more than a young heap holds. */
function litter(): () => void {
  const kept: object[][] = [];
  let at = 0;
  return () => {
    kept[at++ % 50] = Array.from({ length: 5000 }, (_, i) => ({ i, next: { at } }));
  };
}

/** Has this process stopped for 300 ms each second, as a machine does whose core is given to another one. */
function stolen(): () => void {
  const script = 'while sleep 0.7; do kill -STOP $PPID; sleep 0.3; kill -CONT $PPID; done';
  const thief = spawn('sh', ['-c', script], { stdio: 'ignore' });
  return () => {
    thief.kill();
  };
}

export const hogs = {
  /** Takes the core in pieces of 3 ms. */
  cpu: () => everyTurn(() => busyFor(3)),
  /** Stops the event loop for 50 ms, three times a second. */
  loop50: () => everyMs(300, () => busyFor(50)),
  /** Stops it for 200 ms, four times in three seconds. */
  loop200: () => everyMs(750, () => busyFor(200)),
  /** Makes garbage as fast as it can be collected. */
  garbage: () => everyTurn(litter()),
  stolen,
} as const satisfies Record<string, Hog>;
