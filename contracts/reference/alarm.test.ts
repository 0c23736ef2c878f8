import { expect, test } from 'vitest';
import { createAlarm } from './alarm.ts';

test('rings at each moment, earliest first, equal ones in the order they were set, none too early', async () => {
  const alarm = createAlarm();
  const start = performance.now();
  const rung: string[] = [];
  const set = async (name: string, afterMs: number) => {
    await alarm.at(start + afterMs);
    expect(performance.now()).toBeGreaterThanOrEqual(start + afterMs);
    rung.push(name);
  };
  await Promise.all([
    set('late', 12),
    set('past', -5),
    set('soon', 3),
    set('late too', 12),
    set('soon too', 3),
  ]);
  expect(rung).toEqual(['past', 'soon', 'soon too', 'late', 'late too']);
});

test('stopped, it rings no more', async () => {
  const alarm = createAlarm();
  let rung = false;
  alarm.at(performance.now() + 5).then(() => {
    rung = true;
  });
  alarm.stop();
  await createAlarm().at(performance.now() + 10);
  expect(rung).toBe(false);
});
