import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Judgement } from '../../contracts/checks/registry.ts';
import type { Exchange } from '../../contracts/exchange.ts';
import type { Rule } from '../../contracts/finding.ts';
import type { Counts, Point } from '../../contracts/record.ts';
import type { Hiring, Job, News, Order } from './messages.ts';

/** A process of the load generator, from its parent's side. */
export interface Child {
  readonly pid: number | undefined;
  isAlive(): boolean;
  /** Resolves when it is ready to start, or gone. */
  prepare(job: Job): Promise<void>;
  /** Does the job from that moment on, in milliseconds since the epoch; `undefined` when the process is gone. */
  measure(startAt: number, onProgress: (counts: Counts) => void): Promise<Point | undefined>;
  /** Ends the job, since an answer broke a rule or for any other reason; what was in flight is aborted. */
  abort(rule: Rule | undefined): void;
  kill(): void;
  /** Lets it go; resolves when it has ended. */
  close(): Promise<void>;
}

/**
 * Starts a process of the load generator; resolves when it is up, or gone. Everything passes over the process channel:
 * the token never touches a file or an argument list. When its parent dies, it ends.
 */
export async function startChild(
  hiring: Hiring,
  onBad: (exchange: Exchange, judgement: Judgement) => void,
): Promise<Child> {
  const child = fork(fileURLToPath(new URL('child-main.ts', import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  let isAlive = true;
  let onReady = () => {};
  let onDone = (_point: Point | undefined) => {};
  let onCounts = (_counts: Counts) => {};
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    // It could not even be started.
    child.once('error', () => resolve());
  }).then(() => {
    isAlive = false;
    onReady();
    onDone(undefined);
  });
  child.on('message', (news: News) => {
    if (news.kind === 'ready') onReady();
    if (news.kind === 'progress') onCounts(news.counts);
    if (news.kind === 'bad') onBad(news.exchange, news.judgement);
    if (news.kind === 'done') onDone(news.point);
  });
  // What cannot be sent was meant for a process that is gone, which its exit tells.
  const tell = (order: Order) => child.connected && child.send(order, () => undefined);
  const untilReady = (order: Order) =>
    new Promise<void>((resolve) => {
      onReady = resolve;
      if (isAlive) tell(order);
      else resolve();
    });

  await untilReady({ kind: 'hire', hiring });
  return {
    pid: child.pid,
    isAlive: () => isAlive,
    prepare: (job) => untilReady({ kind: 'job', job }),
    measure: (startAt, onProgress) =>
      new Promise((resolve) => {
        onDone = resolve;
        onCounts = onProgress;
        if (isAlive) tell({ kind: 'go', startAt });
        else resolve(undefined);
      }),
    abort: (rule) => tell({ kind: 'abort', rule }),
    kill: () => child.kill('SIGKILL'),
    async close() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
