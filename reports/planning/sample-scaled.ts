import type { LoadRecord } from '../../contracts/record.ts';
import { keptLoad, point } from '../sample-sweeps.ts';
import { lawAt } from './scalability.ts';

export const scalability = {
  ...{ batchSize: 50, alpha: 0.05, beta: 0.001, gamma: 100, knee: 8 },
  ...{ peakConnections: 30.8, peakRequestsPerSecond: 907, isPeakExtrapolated: false },
  interval: {
    alpha: { low: 0.04, high: 0.06 },
    beta: { low: 0.0008, high: 0.0012 },
    gamma: { low: 97, high: 103 },
    peakConnections: { low: 28, high: 34 },
    peakRequestsPerSecond: { low: 890, high: 925 },
  },
};

const connections = [1, 2, 4, 8, 16, 32];

/** Ten seconds that go up and down around a rate. */
function timelineAt(rate: number) {
  return Array.from({ length: 10 }, (_, second) => {
    const good = Math.round(rate * (1 + 0.02 * (second % 3) - 0.018));
    return { second, answers: good, good };
  });
}

/** A sweep over connections, whose throughput follows the Universal Scalability Law. */
export const scaledLoad: LoadRecord = {
  ...keptLoad,
  id: '20261122-233004-b7c8',
  plan: { ...keptLoad.plan, batchSizes: [50], connections },
  points: connections.map((count) => {
    const rate = lawAt(scalability, count);
    return point(50, rate, { connections: count, timeline: timelineAt(rate) });
  }),
  scalability,
};
