import { afterAll, beforeAll, expect, test } from 'vitest';
import { startForked } from '../../contracts/reference/forked.ts';
import { openTransport } from '../../contracts/send.ts';
import { randomStream } from '../../generators/random.ts';
import { openTarget } from '../../generators/target.ts';
import { type HogName, hogs } from '../bench/hogs.ts';
import { openHarness } from '../harness.ts';
import { plannedMoments, steadyRate } from '../open/rate-plan.ts';

/** A service of 20 ms a request, in a process of its own; the hogs work here, beside the generator. */
async function open() {
  const model = { baseMs: 20, perDeviceUs: 0, servers: 4 };
  const target = await openTarget({}, (account) => startForked({ account, model }));
  const transport = openTransport();
  const settings = { seed: 1, tokenErrorStatus: 200, allowHosts: [], caFile: undefined, insecure: false };
  const { signal } = new AbortController();
  const { harness, close } = openHarness({ target, transport, settings, signal });
  return {
    harness,
    async close() {
      await close();
      await transport.close();
      await target.close();
    },
  };
}

let opened: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  opened = await open();
}, 60_000);
afterAll(() => opened.close());

const plan = { batchSize: 1, warmupMs: 200, durationMs: 600, timeoutMs: 30_000 };

const loops = {
  closed: () => {
    const { harness } = opened;
    return harness.closedPoint({ ...plan, connections: 4 }, harness.callsOf(1), () => undefined);
  },
  open: () => {
    const { harness } = opened;
    const moments = plannedMoments(steadyRate(100, 800), 'constant', randomStream(1, 1));
    return harness.pacedPoint({ ...plan, maxInFlight: 1000, moments }, harness.callsOf(1), () => undefined);
  },
};

const names: readonly HogName[] = ['cpu', 'loop50', 'garbage'];

test.each(names.flatMap((hog) => [[hog, 'closed'] as const, [hog, 'open'] as const]))(
  'a hog, %s, beside a loop that is %s: the point blames the generator',
  async (hog, loop) => {
    const stop = hogs[hog]();
    const point = await loops[loop]().finally(stop);
    expect(point.counts.success).toBe(point.counts.sent);
    expect(point.verdict).toBe('generator-limited');
    expect(point.why).toContain('load generator');
  },
);
