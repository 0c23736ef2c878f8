import { performance } from 'node:perf_hooks';
import type { Counts, Point } from '../../contracts/record.ts';
import { openTransport } from '../../contracts/send.ts';
import { realClock } from '../clock.ts';
import { type Harness, openHarness } from '../harness.ts';
import { ContractBroken } from '../judging/contract-broken.ts';
import type { Hiring, Job, News, Order } from './messages.ts';

// Ctrl-C reaches the whole group of processes; this one does what its parent says, and ends with it.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

let controller = new AbortController();
let hiring: Hiring | undefined;
let job: Job | undefined;
let opened: (ReturnType<typeof openHarness> & { readonly maxRate: number | undefined }) | undefined;

function tell(news: News): void {
  process.send?.(news);
}

/** A harness of its own, that goes on until it is told to end, and tells the first of each kind of bad exchange. */
function open({ target, settings }: Hiring, maxRate: number | undefined) {
  let told = 0;
  const made = openHarness({
    target: { ...target, pools: { own: [], foreign: [], unknown: [] }, close: async () => undefined },
    transport: openTransport(settings),
    settings: { ...settings, maxRate },
    signal: controller.signal,
    keepGoing: true,
    onBad(exchange, judgement) {
      if (made.examples.size === told) return;
      told = made.examples.size;
      tell({ kind: 'bad', exchange, judgement });
    },
  });
  return { ...made, maxRate };
}

async function measure({ pacedPoint, closedPoint }: Harness, job: Job, startAt: number): Promise<Point> {
  const onProgress = (counts: Counts) => tell({ kind: 'progress', counts });
  const here = startAt - performance.timeOrigin;
  if (job.loop === 'paced') {
    const plan = { ...job.plan, startAt: here, moments: job.moments.values() };
    return pacedPoint(plan, job.calls, onProgress);
  }
  await new Promise<void>((resolve) => realClock.at(here, resolve));
  return closedPoint(job.plan, job.calls, onProgress);
}

/** Keeps the harness of the point before, and with it the thread that checks answers, if it fits and was not aborted. */
async function prepare(hiring: Hiring, next: Job): Promise<void> {
  const maxRate = next.loop === 'closed' ? next.maxRate : undefined;
  if (controller.signal.aborted || opened?.maxRate !== maxRate) {
    await opened?.close();
    opened = undefined;
    controller = new AbortController();
  }
  opened ??= open(hiring, maxRate);
  job = next;
}

process.on('message', async (order: Order) => {
  if (order.kind === 'abort') controller.abort(order.rule && new ContractBroken(order.rule));
  if (order.kind === 'hire') hiring = order.hiring;
  if (order.kind === 'job' && hiring) await prepare(hiring, order.job);
  if (order.kind === 'hire' || order.kind === 'job') tell({ kind: 'ready' });
  if (order.kind === 'go' && opened && job)
    tell({ kind: 'done', point: await measure(opened.harness, job, order.startAt) });
});
