import type { Device } from '../contracts/batch.ts';
import type { ValueName } from '../contracts/observation-texts.ts';

const spelled = (devices: readonly Device[]) => JSON.stringify(devices.map(({ pk, dk }) => [pk, dk]));

/** Orders that a service may sort devices by. */
const keys: readonly ((device: Device) => string)[] = [
  ({ pk, dk }) => `${pk}\u0000${dk}`,
  ({ pk, dk }) => `${dk}\u0000${pk}`,
];

/** Whether devices are in an order that has nothing to do with how they were asked for, or in its reverse. */
export function isSorted(devices: readonly Device[]): boolean {
  return keys.some((keyOf) => {
    const sorted = devices.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    return [sorted, sorted.toReversed()].some((order) => spelled(order) === spelled(devices));
  });
}

/** The order in which devices came back in several answers to one and the same request. */
export function orderOf(asked: readonly Device[], answers: readonly (readonly Device[])[]): ValueName {
  const [first = [], ...others] = answers;
  if (others.some((other) => spelled(other) !== spelled(first))) return 'varying-order';
  if (spelled(first) === spelled(asked)) return 'request-order';
  if (spelled(first) === spelled(asked.toReversed())) return 'reverse-order';
  return isSorted(first) ? 'sorted' : 'other-order';
}
