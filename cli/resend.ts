import { CredentialLedger } from '../contracts/checks/ledger.ts';
import { judge } from '../contracts/checks/registry.ts';
import type { CheckSettings } from '../contracts/checks/view.ts';
import { ToolkitError } from '../contracts/errors.ts';
import type { Call } from '../contracts/exchange.ts';
import { isTokenError } from '../contracts/outcome.ts';
import { assertInTime, tokenRefusal, unreached } from '../contracts/preflight.ts';
import type { RecordedExchange } from '../contracts/record.ts';
import { recordedExchange } from '../contracts/recorded.ts';
import { start } from '../contracts/reference/service.ts';
import { rebased, remadeCall } from '../contracts/remade.ts';
import { openTransport } from '../contracts/send.ts';
import { openTarget, type Target } from '../generators/target.ts';
import { tokenRedactor } from '../generators/token-redactor.ts';
import { baseUrl, type Settings } from '../settings.ts';
import type { Found } from './find-exchange.ts';
import { summaryOf } from './replay-words.ts';

/** How an answer is judged, and whether drift fails too. */
export interface Judging extends CheckSettings {
  readonly strict: boolean;
}

/** Where to send: where the flag or the settings say, or a fresh reference service if it was recorded on one. */
export async function targetFor(
  { record, exchange }: Found,
  settings: Settings,
  to?: string,
): Promise<Target> {
  const asked = to === undefined ? settings.baseUrl : baseUrl.parse(to);
  if (to !== undefined && asked === undefined) {
    throw new ToolkitError('SETTING', { name: '--to', value: to, expected: baseUrl.expected });
  }
  if (asked === undefined && !record.target.referenceService) {
    throw new ToolkitError('TARGET_NEEDED', { id: exchange.id, url: record.target.url });
  }
  return openTarget({ ...settings, baseUrl: asked }, (account) => start({ account }));
}

/** The settings of the recorded run, changed by those of now. */
export function judgingOf({ record }: Found, { given }: Settings, { token }: Target): Judging {
  const { PKDK_TOKEN_ERROR_STATUS = 200, PKDK_STRICT } = { ...record.settings, ...given };
  return {
    tokenErrorStatus: Number(PKDK_TOKEN_ERROR_STATUS),
    secrets: token === '' ? [] : [token],
    ledger: new CredentialLedger(),
    strict: String(PKDK_STRICT) === '1',
  };
}

/**
 * Sends a recorded exchange to a target, so many times or until it is aborted, and gives what came as it may be shown.
 * Throws EXCHANGE_INCOMPLETE, SECRET_NEEDED, TOKEN_EXPIRED, UNREACHABLE, CERTIFICATE, TOKEN_REFUSED.
 */
export async function* resend(
  { record, exchange: then }: Found,
  target: Target,
  settings: Settings,
  judging: Judging,
  signal: AbortSignal,
): AsyncGenerator<RecordedExchange> {
  const { id, isRepeatable } = then;
  if (!isRepeatable) throw new ToolkitError('EXCHANGE_INCOMPLETE', { id, seed: record.seed });
  const redactor = tokenRedactor(target);
  const { call: made, missing } = remadeCall(then, (substitute) => redactor.secretOf(substitute));
  const [name] = missing;
  if (name !== undefined) throw new ToolkitError('SECRET_NEEDED', { id, name });
  if (made.token === 'valid') assertInTime(target.token);
  const url = rebased(made.request.url, record.target.url, target.url);
  const call: Call = { ...made, request: { ...made.request, url } };
  // A good token that was refused then, too, is what the replay is about; so is one that was taken a moment ago.
  let isTokenInDoubt = call.token === 'valid' && !isTokenError(summaryOf(then).code);
  const transport = openTransport(settings);
  try {
    while (!signal.aborted) {
      const exchange = await transport.send(call, signal);
      if (exchange.failure === 'aborted') return;
      const refusal = isTokenInDoubt ? tokenRefusal(exchange, target.token) : undefined;
      const problem = unreached(exchange) ?? refusal;
      if (problem) throw problem;
      isTokenInDoubt = false;
      yield recordedExchange(id, exchange, judge(exchange, judging), redactor);
    }
  } finally {
    await transport.close();
  }
}
