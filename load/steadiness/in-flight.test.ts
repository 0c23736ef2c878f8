import { expect, test } from 'vitest';
import { exponential, randomStream } from '../../generators/random.ts';
import { InFlight } from './in-flight.ts';

/** Requests of a closed loop: each connection sends its next one when the last has ended. */
function meanOf(connections: number, windowMs: number, latencyMs: () => number, told = 1) {
  const [openedAt, closedAt] = [1000, 1000 + windowMs];
  const inFlight = new InFlight();
  const events: { at: number; tell(): void }[] = [
    { at: openedAt, tell: () => inFlight.openAt(openedAt) },
    { at: closedAt, tell: () => inFlight.closeAt(closedAt) },
  ];
  for (let connection = 0; connection < connections; connection++) {
    for (let sentAt = 0; sentAt < closedAt; ) {
      const [start, latency] = [sentAt, latencyMs()];
      events.push({ at: start, tell: () => inFlight.sent(start) });
      events.push({ at: start + latency, tell: () => inFlight.ended(start + latency, latency * told) });
      sentAt = start + latency;
    }
  }
  for (const { tell } of events.sort((one, other) => one.at - other.at)) tell();
  return inFlight.mean;
}

const stream = randomStream(1, 1);

test.each([
  ['a slow service in a short window', 10, 5000, () => 400],
  ['a service slower than the window', 10, 500, () => 2000],
  ['latencies as they come', 4, 1000, () => 20 * exponential(stream)],
])('%s: as many are under way as there are connections', (_name, connections, windowMs, latencyMs) => {
  const { counted, timed } = meanOf(connections, windowMs, latencyMs);
  expect(counted).toBeCloseTo(connections, 6);
  expect(timed).toBeCloseTo(connections, 6);
});

test('latencies that are not those of the requests show', () => {
  const { counted, timed } = meanOf(1, 1000, () => 10, 0.5);
  expect(timed / counted).toBeCloseTo(0.5, 1);
});

test('no window, no requests', () => expect(new InFlight().mean).toEqual({ counted: 0, timed: 0 }));
