import { CredentialLedger } from '../contracts/checks/ledger.ts';
import type { CheckSettings } from '../contracts/checks/view.ts';
import { Redactor } from '../contracts/secrets.ts';
import type { Transport } from '../contracts/send.ts';
import type { Lang } from '../contracts/text.ts';
import type { Target } from '../generators/target.ts';

/** What all sessions on a target share. */
export interface Workbench {
  readonly target: Target;
  readonly transport: Transport;
  readonly checkSettings: CheckSettings;
  readonly redactor: Redactor;
  readonly seed: number;
  readonly maxBatch: number;
  /** Up to which size the largest batch is looked for; not at all when undefined. */
  readonly findMaxBatch?: number | undefined;
  readonly strict: boolean;
  readonly lang: Lang;
}

/** The settings that sessions need. */
export type WorkbenchSettings = Pick<Workbench, 'seed' | 'maxBatch' | 'findMaxBatch' | 'strict' | 'lang'> &
  Pick<CheckSettings, 'tokenErrorStatus'>;

/** Settings with a memory of their own for the credentials of one service. */
export function checkSettingsFor({ token }: Target, tokenErrorStatus = 200): CheckSettings {
  return { tokenErrorStatus, secrets: [token], ledger: new CredentialLedger() };
}

/** A workbench with a memory of its own for credentials, and one that knows the target's tokens as secrets. */
export function workbenchOf(
  target: Target,
  transport: Transport,
  { tokenErrorStatus, ...given }: WorkbenchSettings,
): Workbench {
  const redactor = new Redactor();
  const { token, expiredToken, refreshToken } = target;
  const tokens = { PKDK_TOKEN: token, PKDK_EXPIRED_TOKEN: expiredToken, PKDK_REFRESH_TOKEN: refreshToken };
  for (const [name, secret] of Object.entries(tokens)) if (secret) redactor.learnToken(secret, `$${name}`);
  const checkSettings = checkSettingsFor(target, tokenErrorStatus);
  const { seed, maxBatch, findMaxBatch, strict, lang } = given;
  return { target, transport, checkSettings, redactor, seed, maxBatch, findMaxBatch, strict, lang };
}
