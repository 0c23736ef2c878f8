import { alteredPairs } from './altered-pairs.ts';
import { badInput } from './bad-input.ts';
import { wrongCodes } from './codes.ts';
import { wrongCredentials } from './credentials.ts';
import { wrongDelivery } from './delivery.ts';
import { drifts } from './drifts.ts';
import { brokenEncodings } from './encodings.ts';
import type { Fault } from './fault.ts';
import { leaks } from './leaks.ts';
import { wrongLists } from './lists.ts';
import { lostPairs } from './lost-pairs.ts';
import { forgetfulness } from './state.ts';
import { wrongTokens } from './tokens.ts';

/** Every way in which the reference service can be told to break the contract. */
export const faults: readonly Fault[] = [
  ...lostPairs,
  ...alteredPairs,
  ...wrongLists,
  ...wrongCredentials,
  ...wrongCodes,
  ...wrongTokens,
  ...forgetfulness,
  ...wrongDelivery,
  ...brokenEncodings,
  ...badInput,
  ...leaks,
  ...drifts,
];

export const faultNames: readonly string[] = faults.map(({ name }) => name);

/** The fault of a name; undefined when there is none. */
export function findFault(name: string): Fault | undefined {
  return faults.find((fault) => fault.name === name);
}
