import { CredentialLedger } from '../contracts/checks/ledger.ts';
import type { CheckSettings } from '../contracts/checks/view.ts';
import type { Redactor } from '../contracts/secrets.ts';
import type { Transport } from '../contracts/send.ts';
import type { Lang } from '../contracts/text.ts';
import type { Target } from '../generators/target.ts';
import { learnTokens, tokenRedactor } from '../generators/token-redactor.ts';

/** What all sessions on a target share. */
export interface Workbench {
  readonly target: Target;
  readonly transport: Transport;
  readonly checkSettings: CheckSettings;
  /** Knows every token that was in use so far. */
  readonly redactor: Redactor;
  readonly seed: number;
  readonly maxBatch: number;
  /** Up to which size the largest batch is looked for; not at all when undefined. */
  readonly findMaxBatch?: number | undefined;
  readonly strict: boolean;
  readonly lang: Lang;
  /** Where the record of the run will be, if there will be one. */
  readonly recordFolder?: string | undefined;
}

/** The settings that sessions need. */
export type WorkbenchSettings = Pick<
  Workbench,
  'seed' | 'maxBatch' | 'findMaxBatch' | 'strict' | 'lang' | 'recordFolder'
> &
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
  const redactor = tokenRedactor(target);
  const checkSettings = checkSettingsFor(target, tokenErrorStatus);
  const { seed, maxBatch, findMaxBatch, strict, lang, recordFolder } = given;
  let known = target.token;
  return {
    ...{ target, transport, checkSettings, seed, maxBatch, findMaxBatch, strict, lang, recordFolder },
    get redactor() {
      if (target.token !== known) learnTokens(redactor, target);
      known = target.token;
      return redactor;
    },
  };
}
