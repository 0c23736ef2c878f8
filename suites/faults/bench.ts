import { CredentialLedger } from '../../contracts/checks/ledger.ts';
import { judge } from '../../contracts/checks/registry.ts';
import type { CheckSettings } from '../../contracts/checks/view.ts';
import { operationPath } from '../../contracts/contract.ts';
import type { Finding } from '../../contracts/finding.ts';
import type { Behaviour } from '../../contracts/reference/behaviour.ts';
import { start } from '../../contracts/reference/service.ts';
import { createTokens } from '../../contracts/reference/tokens.ts';
import type { Transport } from '../../contracts/send.ts';
import { readPools, type Target } from '../../generators/target.ts';
import { callsFor } from './calls.ts';

// Once for all services: making them takes longer than asking one everything.
const pools = readPools({});
const signer = await createTokens();

/** A reference service of this behaviour, as a target. */
export async function targetOf(behaviour: Behaviour): Promise<Target> {
  const { url, tokens, stop } = await start({ account: pools, behaviour, signer });
  return {
    url,
    label: 'reference service',
    referenceService: true,
    operationUrl: url + operationPath,
    token: tokens.valid,
    expiredToken: tokens.expired,
    refreshToken: tokens.refresh,
    pools,
    close: stop,
  };
}

/** Settings with a memory of their own for the credentials of one service. */
export function checkSettingsFor({ token }: Target, tokenErrorStatus = 200): CheckSettings {
  return { tokenErrorStatus, secrets: [token], ledger: new CredentialLedger() };
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
