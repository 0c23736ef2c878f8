import { Skipped } from './case.ts';
import { test } from './fixtures.ts';
import { problemOf } from './problem.ts';
import { suites } from './suites.ts';

for (const { name, cases } of suites) {
  test.describe(name, () => {
    for (const { title, run } of cases) {
      test(title, async ({ pkdk, exchanges }, testInfo) => {
        try {
          await run(pkdk);
        } catch (error) {
          if (error instanceof Skipped) testInfo.skip(true, error.message);
          testInfo.annotations.push({ type: 'problem', description: problemOf(error, exchanges) });
          throw error;
        }
      });
    }
  });
}
