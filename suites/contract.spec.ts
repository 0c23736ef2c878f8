import { test } from './fixtures.ts';
import { suites } from './suites.ts';

for (const { name, cases } of suites) {
  test.describe(name, () => {
    for (const one of cases) test(one.title, ({ play }) => play(one));
  });
}
