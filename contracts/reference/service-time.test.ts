import { describe, expect, test } from 'vitest';
import { createQueue } from './service-time.ts';

describe('createQueue', () => {
  test('a request on its own takes the fixed time and that of its devices', () => {
    const queue = createQueue({ baseMs: 4, perDeviceUs: 50, servers: 1 });
    expect(queue(100, 0)).toBe(104);
    expect(queue(200, 100)).toBe(209);
  });

  test('as many as there are servers are worked on at once, the rest wait their turn', () => {
    const queue = createQueue({ baseMs: 10, perDeviceUs: 0, servers: 2 });
    expect([0, 1, 2, 3, 4].map((arrivedAt) => queue(arrivedAt, 0))).toEqual([10, 11, 20, 21, 30]);
  });

  test('a short request behind a long one takes the server that is free first', () => {
    const queue = createQueue({ baseMs: 0, perDeviceUs: 1000, servers: 2 });
    expect([50, 10, 10, 10].map((devices) => queue(0, devices))).toEqual([50, 10, 20, 30]);
  });

  test('an idle server does not save up time', () => {
    const queue = createQueue({ baseMs: 10, perDeviceUs: 0, servers: 1 });
    queue(0, 0);
    expect(queue(1000, 0)).toBe(1010);
  });

  test.each([1, 10, 100, 500])(
    '16 connections with batches of %i reach servers / service time',
    (batchSize) => {
      const model = { baseMs: 4, perDeviceUs: 50, servers: 4 };
      const queue = createQueue(model);
      const connections = Array.from({ length: 16 }, () => 0);
      const durationMs = 100_000;
      let answers = 0;
      for (;;) {
        const next = Math.min(...connections);
        if (next >= durationMs) break;
        connections[connections.indexOf(next)] = queue(next, batchSize);
        answers++;
      }
      const serviceMs = model.baseMs + (batchSize * model.perDeviceUs) / 1000;
      expect(answers / durationMs / (model.servers / serviceMs)).toBeCloseTo(1, 2);
    },
  );
});
