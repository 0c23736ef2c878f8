import { capacity } from './capacity.ts';
import { ramp } from './ramp.ts';
import { rate } from './rate.ts';
import type { Scenario } from './scenario.ts';
import { smoke } from './smoke.ts';
import { soak } from './soak.ts';
import { spike } from './spike.ts';
import { sweep } from './sweep.ts';
import { tokens } from './tokens.ts';

/** Every scenario, by the name that `load` takes. */
export const scenarios = {
  smoke,
  sweep,
  rate,
  ramp,
  spike,
  capacity,
  soak,
  tokens,
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
