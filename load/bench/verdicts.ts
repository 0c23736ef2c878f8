import { parseArgs } from 'node:util';
import type { Point } from '../../contracts/record.ts';
import { startForked } from '../../contracts/reference/forked.ts';
import { openTransport } from '../../contracts/send.ts';
import { randomStream } from '../../generators/random.ts';
import { openTarget } from '../../generators/target.ts';
import { openHarness } from '../harness.ts';
import { plannedMoments, steadyRate } from '../open/rate-plan.ts';
import { unspoilt } from '../unspoilt.ts';
import { type HogName, hogs } from './hogs.ts';
import { tolerableCores, undisturbed } from './undisturbed.ts';

/**
 * How often quiet points are vetoed, and hogged ones caught: `tsx load/bench/verdicts.ts --points 100 --ms 2000`. The
 * service, with stated service times, runs in a process of its own; the hogs run in this one, which is the generator.
 */

const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '20' },
    ms: { type: 'string', default: '2000' },
    only: { type: 'string' },
    'base-ms': { type: 'string', default: '20' },
    rate: { type: 'string', default: '100' },
  },
});
const points = Number(values.points);
const durationMs = Number(values.ms);
const baseMs = Number(values['base-ms']);
const batchSize = 10;
const longestWarmupMs = 10_000;

const model = { baseMs, perDeviceUs: 50, servers: 4 };
const target = await openTarget({}, (account) => startForked({ account, model }));
const transport = openTransport();
const settings = { seed: 1, tokenErrorStatus: 200, allowHosts: [], caFile: undefined, insecure: false };
const signal = new AbortController().signal;
const { harness, close } = openHarness({ target, transport, settings, signal });
const calls = harness.callsOf(batchSize);
const common = { batchSize, durationMs, warmupMs: longestWarmupMs, findsWarmup: true, timeoutMs: 30_000 };

const loops = {
  closed: () => harness.closedPoint({ ...common, connections: 10 }, calls, () => undefined),
  open: (seed: number) => {
    const schedule = steadyRate(Number(values.rate), longestWarmupMs + durationMs);
    const moments = plannedMoments(schedule, 'poisson', randomStream(seed, batchSize));
    return harness.pacedPoint({ ...common, maxInFlight: 1000, moments }, calls, () => undefined);
  },
} as const satisfies Record<string, (seed: number) => Promise<Point>>;

/** As scenarios measure it: again, where the generator may have spoilt it by chance. */
async function hogged(hog: HogName | undefined, measure: () => Promise<Point>): Promise<Point> {
  const stop = hog && hogs[hog]();
  const step = unspoilt({ batchSize, expectedMs: longestWarmupMs + durationMs, measure }, signal);
  return await step.measure([], () => undefined).finally(() => stop?.());
}

function told({
  verdict,
  why,
  warmupMs,
  generator,
  steadiness,
  latencyMs,
  requestsPerSecond,
}: Point): string {
  const {
    loopBusy = 0,
    loopDelayP99Ms,
    loopDelayMaxMs = 0,
    gcShare = 0,
    sendLagP99Ms,
    littlesLawRatio,
  } = generator;
  const figures = {
    ...{ warmupMs, rps: requestsPerSecond, p99: latencyMs?.p99 ?? 0, busy: loopBusy },
    ...{ delayP99: loopDelayP99Ms, delayMax: loopDelayMaxMs, gc: gcShare, lag: sendLagP99Ms ?? 0 },
    ...{ little: littlesLawRatio ?? 0, ...steadiness },
  };
  const listed = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  return `${verdict}: ${listed.join(', ')} ${why}`;
}

for (const [loop, measure] of Object.entries(loops)) {
  for (const hog of [undefined, 'cpu', 'loop50', 'loop200', 'garbage', 'stolen'] as const) {
    if (values.only && values.only !== (hog ?? 'quiet')) continue;
    let invalid = 0;
    let again = 0;
    let disturbed = 0;
    for (let i = 0; i < points; i++) {
      const once = () => hogged(hog, () => measure(i));
      const { stolenCores, ...point } = hog ? { ...(await once()), stolenCores: 0 } : await undisturbed(once);
      if (point.verdict !== 'valid') invalid += 1;
      if (stolenCores > tolerableCores) disturbed += 1;
      again += point.earlier?.length ?? 0;
      process.stderr.write(`${loop} ${hog ?? 'quiet'} stolen ${stolenCores.toFixed(3)}, ${told(point)}\n`);
    }
    const what = hog ? `${hog} hog caught` : `quiet (but for ${disturbed}, disturbed by the host), vetoed`;
    process.stdout.write(`${loop} loop, ${what}: ${invalid} of ${points}; measured again: ${again}\n`);
  }
}
await close();
await transport.close();
await target.close();
