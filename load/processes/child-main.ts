import { performance } from 'node:perf_hooks';
import { judge } from '../../contracts/checks/registry.ts';
import { reached, realClock } from '../clock.ts';
import { type Engine, localEngine, type Overseer } from '../engine.ts';
import { kindOfBad } from '../examples.ts';
import type { PacedTally, WindowTally } from '../tally.ts';
import type { Hiring, Job, News, Order } from './messages.ts';

// Ctrl-C reaches the whole group of processes; this one does what its parent says, and ends with it.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

let engine: Engine | undefined;
let job: Job | undefined;
let controller = new AbortController();

function tell(news: News): void {
  process.send?.(news);
}

function engineOf({ checkSettings, ...target }: Hiring): Engine {
  const told = new Set<string>();
  return localEngine({
    ...target,
    judge: (exchange) => judge(exchange, checkSettings),
    onBad(exchange, judgement) {
      const kind = kindOfBad(judgement);
      if (told.has(kind)) return;
      told.add(kind);
      tell({ kind: 'bad', exchange, judgement });
    },
  });
}

async function measure(engine: Engine, job: Job, startAt: number): Promise<WindowTally | PacedTally> {
  const { signal } = controller;
  const overseer: Overseer = { signal, onProgress: (counts) => tell({ kind: 'progress', counts }) };
  const here = startAt - performance.timeOrigin;
  await reached(realClock, here, signal);
  if (job.loop === 'closed') return engine.closed(job.plan, job.calls, overseer);
  return engine.paced({ ...job.plan, startAt: here, moments: job.moments.values() }, job.calls, overseer);
}

process.on('message', async (order: Order) => {
  if (order.kind === 'hire') {
    engine = engineOf(order.hiring);
    tell({ kind: 'ready' });
  }
  if (order.kind === 'job') {
    job = order.job;
    controller = new AbortController();
    tell({ kind: 'ready' });
  }
  if (order.kind === 'abort') controller.abort();
  if (order.kind === 'go' && engine && job) {
    tell({ kind: 'done', tally: await measure(engine, job, order.startAt) });
  }
});
