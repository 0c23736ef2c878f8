import type { Suite } from './case.ts';
import { boundaries } from './cases/boundaries.ts';
import { concurrency } from './cases/concurrency.ts';
import { isolation } from './cases/isolation.ts';
import { malformedInput } from './cases/malformed-input.ts';
import { metamorphic } from './cases/metamorphic.ts';
import { observations } from './cases/observations.ts';
import { partialFailure } from './cases/partial-failure.ts';
import { properties } from './cases/properties.ts';
import { success } from './cases/success.ts';
import { tokenErrors } from './cases/token-errors.ts';

/** Every suite, in the order of the report. */
export const suites: readonly Suite[] = [
  success,
  partialFailure,
  isolation,
  boundaries,
  metamorphic,
  tokenErrors,
  malformedInput,
  concurrency,
  properties,
  observations,
];
