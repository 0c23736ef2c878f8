import { throttled } from '../../contracts/manners/throttled.ts';
import type { Behaviour } from '../../contracts/reference/behaviour.ts';
import { start } from '../../contracts/reference/service.ts';
import { createTokens } from '../../contracts/reference/tokens.ts';
import { openTransport, type Transport, type TransportOptions } from '../../contracts/send.ts';
import { readPools, referenceTarget, type Target } from '../../generators/target.ts';

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
