import { expect, test } from 'vitest';
import type { Judgement } from '../../contracts/checks/registry.ts';
import type { Call, Exchange } from '../../contracts/exchange.ts';
import { randomStream } from '../../generators/random.ts';
import { judgeAtOnce } from '../judging/judge.ts';
import { parseObjectives } from '../objectives/objectives.ts';
import { measurePaced, type PacedPointPlan } from '../open/paced-point.ts';
import { plannedMoments, steadyRate } from '../open/rate-plan.ts';
import { capacityOf, searchSizes } from '../scenarios/capacity.ts';
import { SimulatedClock, simulatedService } from '../simulated.ts';
import { queue } from './simulated-window.ts';

const call: Call = {
  request: { method: 'POST', url: 'http://localhost/', headers: {}, body: Buffer.from('[]') },
  token: 'valid',
};

/** A service of four that takes 20 ms and 0.5 ms a device, and no more than 200 devices; measured for real, in virtual time. */
function searchIt(
  batchSizes: readonly number[],
  { stopIn, isBroken }: { stopIn?: number; isBroken?: true } = {},
) {
  const clock = new SimulatedClock();
  const controller = new AbortController();
  const { signal } = controller;
  const judge = ({ failure }: Exchange): Judgement => ({
    outcome: failure ? 'aborted' : isBroken ? 'contractViolation' : 'success',
    findings: [],
  });
  let asked = 0;
  let measured = 0;
  const paced = (plan: PacedPointPlan) => {
    measured += 1;
    if (measured === stopIn) clock.at(clock.now() + 1500, () => controller.abort());
    const service = queue(4, () => 20 + 0.5 * plan.batchSize);
    const launcher = simulatedService(clock, (at) => service(at) ?? at);
    const watching = { judge: judgeAtOnce(judge), onBad: () => undefined, onProgress: () => undefined };
    return measurePaced({ plan, launcher, calls: [call], signal, clock, ...watching });
  };
  const found = searchSizes(
    { batchSizes, budgetMs: 60_000 * batchSizes.length },
    {
      clock: {
        now: () => clock.now(),
        sleep: (ms) => new Promise((resolve) => clock.at(clock.now() + ms, () => resolve())),
      },
      question: {
        objectives: parseObjectives('--slo', 'p99<250ms,violations=0'),
        arrivals: 'constant',
        maxRate: 10_000,
        timeoutMs: 10_000,
      },
      harness: {
        ...{ seed: 1, signal },
        judge: (exchange) =>
          exchange.response?.status === 413 ? { outcome: 'httpError', findings: [] } : judge(exchange),
        onBad: () => undefined,
        callsOf: () => [call],
        transport: {
          send: async () => {
            const status = batchSizes[asked++] === 500 ? 413 : 200;
            const response = { status, headers: {}, body: Buffer.from('') };
            return { ...call, response, sentAt: 0, timings: { totalMs: 1 } };
          },
          close: async () => undefined,
        },
        // As many at once as there are connections: here, more than the service carries.
        closedPoint: ({ batchSize, durationMs, timeoutMs }) => {
          const moments = plannedMoments(steadyRate(250, durationMs), 'constant', randomStream(1, 1));
          return paced({ batchSize, durationMs, timeoutMs, warmupMs: 0, maxInFlight: 64, moments });
        },
        pacedPoint: paced,
      },
      watch: { onProgress: () => undefined, onPoint: () => undefined },
    },
  );
  return clock.run(found.then((sizes) => ({ ...sizes, endedAt: clock.now() })));
}

test('each size in turn, with the one that carries most devices; a size that is refused is not loaded', async () => {
  const { points, perSize, endedAt } = await searchIt([1, 100, 500]);
  expect(endedAt).toBeLessThan(180_000);
  const [one, hundred, refused] = perSize;
  expect(one?.requestsPerSecond).toBeGreaterThan((4000 / 20.5) * 0.95);
  expect(one?.requestsPerSecond).toBeLessThan((4000 / 20.5) * 1.05);
  expect(hundred?.devicesPerSecond).toBeGreaterThan((400_000 / 70) * 0.95);
  expect(hundred?.devicesPerSecond).toBeLessThan((400_000 / 70) * 1.05);
  expect(refused).toEqual({ batchSize: 500, limitedBy: 'refused', probes: [] });
  expect(points.at(-1)).toMatchObject({ batchSize: 500, verdict: 'refused' });
  const capacity = capacityOf('p99<250ms,violations=0', perSize);
  expect(capacity).toMatchObject({ batchSize: 100, limitedBy: 'service' });
  const { low = 0, high = 0 } = capacity.interval ?? {};
  expect(low).toBeLessThanOrEqual(400_000 / 70);
  expect(high).toBeGreaterThanOrEqual(400_000 / 70);
  for (const { probes, batchSize } of perSize) {
    expect(probes.length).toBeLessThanOrEqual(12);
    for (const probe of probes) expect(points[probe.point]).toMatchObject({ batchSize });
  }
  for (const { counts } of points) {
    const { sent, ...outcomes } = counts;
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(sent);
  }
});

test('Ctrl-C: what was measured is kept, a window cut short is no probe', async () => {
  const { points, perSize } = await searchIt([1, 100], { stopIn: 6 });
  expect(perSize).toHaveLength(1);
  expect(perSize[0]).toMatchObject({ batchSize: 1, limitedBy: 'interrupted' });
  expect([points.length, perSize[0]?.probes.length]).toEqual([6, 2]);
  expect(points.at(-1)?.counts.aborted).toBeGreaterThan(0);
});

test('a service that breaks the contract holds no objective', async () => {
  const { perSize } = await searchIt([1], { isBroken: true });
  expect(capacityOf('violations=0', perSize)).toEqual({ slo: 'violations=0', perSize });
  expect(perSize[0]).toMatchObject({ limitedBy: 'service' });
});
