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

const controller = new AbortController();
let harness: Harness | undefined;
let job: Job | undefined;

function tell(news: News): void {
  process.send?.(news);
}

/** A harness of its own, that goes on until it is told to end, and tells the first of each kind of bad exchange. */
function harnessOf({ target, settings }: Hiring): Harness {
  let told = 0;
  const { harness, examples } = openHarness({
    target: { ...target, pools: { own: [], foreign: [], unknown: [] }, close: async () => undefined },
    transport: openTransport(settings),
    settings,
    signal: controller.signal,
    keepGoing: true,
    onBad(exchange, judgement) {
      if (examples.size === told) return;
      told = examples.size;
      tell({ kind: 'bad', exchange, judgement });
    },
  });
  return harness;
}

async function measure(harness: Harness, job: Job, startAt: number): Promise<Point> {
  const onProgress = (counts: Counts) => tell({ kind: 'progress', counts });
  const here = startAt - performance.timeOrigin;
  if (job.loop === 'paced') {
    const plan = { ...job.plan, startAt: here, moments: job.moments.values() };
    return harness.pacedPoint(plan, job.calls, onProgress);
  }
  await new Promise<void>((resolve) => realClock.at(here, resolve));
  return harness.closedPoint(job.plan, job.calls, onProgress);
}

process.on('message', async (order: Order) => {
  if (order.kind === 'hire') {
    harness = harnessOf(order.hiring);
    tell({ kind: 'ready' });
  }
  if (order.kind === 'job') {
    job = order.job;
    tell({ kind: 'ready' });
  }
  if (order.kind === 'abort') controller.abort(order.rule && new ContractBroken(order.rule));
  if (order.kind === 'go' && harness && job) {
    tell({ kind: 'done', point: await measure(harness, job, order.startAt) });
  }
});
