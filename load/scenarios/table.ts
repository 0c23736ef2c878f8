import { rate } from './rate.ts';
import type { Scenario } from './scenario.ts';
import { sweep } from './sweep.ts';

/** Every scenario, by the name that `load` takes. */
export const scenarios = { sweep, rate } as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
