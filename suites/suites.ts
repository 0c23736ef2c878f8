import type { Suite } from './case.ts';
import { concurrency } from './cases/concurrency.ts';
import { partialFailure } from './cases/partial-failure.ts';
import { success } from './cases/success.ts';
import { tokenErrors } from './cases/token-errors.ts';

/** Every suite, in the order of the report. */
export const suites: readonly Suite[] = [success, partialFailure, tokenErrors, concurrency];
