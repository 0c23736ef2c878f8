import { judge } from '../../contracts/checks/registry.ts';
import type { CheckSettings } from '../../contracts/checks/view.ts';
import type { Finding } from '../../contracts/finding.ts';
import { throttled } from '../../contracts/manners/throttled.ts';
import type { Behaviour } from '../../contracts/reference/behaviour.ts';
import { start } from '../../contracts/reference/service.ts';
import { createTokens } from '../../contracts/reference/tokens.ts';
import { openTransport, type Transport, type TransportOptions } from '../../contracts/send.ts';
import { readPools, referenceTarget, type Target } from '../../generators/target.ts';
import { callsFor } from './calls.ts';

// Once for all services: making them takes longer than asking one everything.
const pools = readPools({});
const signer = await createTokens();

/** A transport to services of the corpus: one that is busy for a moment is right, if the sender waits. */
export function benchTransport(options: TransportOptions = {}): Transport {
  return throttled(openTransport(options));
}

/** A reference service of this behaviour, as a target. */
export async function targetOf(behaviour: Behaviour): Promise<Target> {
  return referenceTarget(await start({ account: pools, behaviour, signer }), pools);
}

/** What the checks find in the answers to the calls that bring every fault to light, one after the other. */
export async function* findingsOf(
  target: Target,
  transport: Transport,
  settings: CheckSettings,
): AsyncGenerator<Finding> {
  for (const calls of callsFor(target)) {
    for (const exchange of await Promise.all(calls.map((call) => transport.send(call)))) {
      yield* judge(exchange, settings).findings;
    }
  }
}
