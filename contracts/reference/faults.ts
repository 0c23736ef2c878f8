import { answerFaults } from './answer-faults.ts';
import { deviceFaults } from './device-faults.ts';
import type { Fault } from './fault.ts';

/** Every way in which the reference service can be told to break the contract. */
export const faults: readonly Fault[] = [...answerFaults, ...deviceFaults];

export const faultNames: readonly string[] = faults.map(({ name }) => name);

/** The fault of a name; undefined when there is none. */
export function findFault(name: string): Fault | undefined {
  return faults.find((fault) => fault.name === name);
}
