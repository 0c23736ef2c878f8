import { test } from './fixtures.ts';
import { suites } from './suites.ts';

for (const { name, cases } of suites) {
  test.describe(name, () => {
    for (const { title, run } of cases) test(title, ({ pkdk }) => run(pkdk));
  });
}
