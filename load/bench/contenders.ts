import type { Call } from '../../contracts/exchange.ts';
import type { AnswerKind } from './fixed-answers.ts';
import type { Checks } from './order.ts';
import type { NginxLoop, ReferenceLoop } from './results.ts';
import type { Size } from './size.ts';
import type { Contender } from './throughput.ts';
import type { World } from './world.ts';
import { runWrk } from './wrk.ts';

const connections = 10;

/** The closed loops that are compared: ours, autocannon as it comes, and `wrk`. */
function loops({ generators }: World, wrkBinary: string, { warmupMs, durationMs }: Size) {
  return {
    ours: (checks: Checks, calls: readonly Call[], batchSize: number) =>
      generators[checks].carryOut({
        ...{ kind: 'closed', checks, calls, batchSize, connections, warmupMs, durationMs },
      }),
    bare: (calls: readonly Call[], batchSize: number) =>
      generators.bare.carryOut({
        ...{ kind: 'bare', calls, batchSize, connections, warmupMs: 0, durationMs: warmupMs + durationMs },
      }),
    wrk: (calls: readonly Call[]) => runWrk(wrkBinary, { calls, connections, durationMs }),
  };
}

/** Against nginx, where the generator is the limit. */
export function nginxContenders(world: World, wrkBinary: string, size: Size): Contender<NginxLoop>[] {
  const { ours, bare, wrk } = loops(world, wrkBinary, size);
  const checking = (kind: AnswerKind, checks: Checks) => (batchSize: number) =>
    ours(checks, world.fixedCalls(kind, batchSize), batchSize);
  const repeating = (batchSize: number) => world.fixedCalls('repeating', batchSize);
  return [
    { name: 'checkedRepeating', measure: checking('repeating', 'checked') },
    { name: 'checkedChanging', measure: checking('changing', 'checked') },
    { name: 'plain', measure: checking('changing', 'plain') },
    { name: 'unchecked', measure: checking('repeating', 'unchecked') },
    { name: 'bare', measure: (batchSize) => bare(repeating(batchSize), batchSize) },
    { name: 'wrk', measure: (batchSize) => wrk(repeating(batchSize)) },
  ];
}

/** Against the reference service, where the service is. */
export function referenceContenders(world: World, wrkBinary: string, size: Size): Contender<ReferenceLoop>[] {
  const { ours, bare, wrk } = loops(world, wrkBinary, size);
  const { serviceCalls } = world;
  return [
    { name: 'checked', measure: (batchSize) => ours('checked', serviceCalls(batchSize), batchSize) },
    { name: 'unchecked', measure: (batchSize) => ours('unchecked', serviceCalls(batchSize), batchSize) },
    { name: 'bare', measure: (batchSize) => bare(serviceCalls(batchSize), batchSize) },
    { name: 'wrk', measure: (batchSize) => wrk(serviceCalls(batchSize)) },
  ];
}
