import { readFileSync } from 'node:fs';
import type { Judgement } from '../contracts/checks/registry.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import type { Counts } from '../contracts/record.ts';
import { openLauncher } from '../contracts/send.ts';
import { realClock } from './clock.ts';
import { type PacedPointPlan, tallyPaced } from './paced-point.ts';
import { type PointPlan, tallyClosed } from './point.ts';
import type { PacedTally, WindowTally } from './tally.ts';

/** Who watches a point while it is measured, and may end it. */
export interface Overseer {
  readonly signal: AbortSignal;
  onProgress(counts: Counts): void;
}

/** What measures points: this process, or several together. */
export interface Engine {
  /** As much as the connections carry. */
  closed(plan: PointPlan, calls: readonly Call[], overseer: Overseer): Promise<WindowTally>;
  /** What was planned, whatever the answers do, over connections of its own. */
  paced(plan: PacedPointPlan, calls: readonly Call[], overseer: Overseer): Promise<PacedTally>;
}

/** Where an engine sends. */
export interface EngineTarget {
  readonly operationUrl: string;
  readonly caFile: string | undefined;
  readonly insecure: boolean;
}

export interface EngineOptions extends EngineTarget {
  judge(exchange: Exchange): Judgement;
  /** Called with exchanges that failed or have findings: at least the first of each kind. */
  onBad(exchange: Exchange, judgement: Judgement): void;
}

/** The engine that is this process. Throws when `caFile` cannot be read. */
export function localEngine(options: EngineOptions): Engine {
  const { operationUrl, caFile, insecure, judge, onBad } = options;
  const url = new URL(operationUrl);
  const ca = caFile === undefined ? undefined : readFileSync(caFile);
  return {
    closed: (plan, calls, overseer) =>
      tallyClosed({ plan, endpoint: { url, ca, insecure }, calls, judge, onBad, ...overseer }),
    async paced(plan, calls, overseer) {
      // Connections of its own for each point: none inherits what the last one left behind.
      const launcher = openLauncher(url.origin, { caFile, insecure, timeoutMs: plan.timeoutMs });
      const point = { plan, launcher, calls, clock: realClock, judge, onBad, ...overseer };
      return await tallyPaced(point).finally(() => launcher.close());
    },
  };
}
