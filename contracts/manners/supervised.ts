import type { TokenKeeper } from '../access/token-keeper.ts';
import type { Call, Exchange, Incident } from '../exchange.ts';
import { isRecord, readJson } from '../json.ts';
import { isTokenError } from '../outcome.ts';
import type { Transport } from '../send.ts';
import { fillAll, type Text } from '../text.ts';
import { NotSent } from './not-sent.ts';

/** A gateway whose service is gone answers in its place. */
function hasNoAnswer({ response, failure }: Exchange): boolean {
  return response ? response.status >= 502 && response.status <= 504 : failure !== 'aborted';
}

/** Whether the valid token was refused. */
export function isRefused({ token, response }: Pick<Exchange, 'token' | 'response'>): boolean {
  if (token !== 'valid' || !response) return false;
  const answer = readJson(response.body.toString('utf8'));
  return isRecord(answer) && isTokenError(answer.code);
}

type Lost = Extract<Incident, { kind: 'lost' }>;

/**
 * Watches over target and token, which is renewed before it expires. After a call without an answer, or one whose
 * valid token is refused, `probe`, a call that must work, tells what is wrong. If it works, the answer stands, a
 * refusal too. If its token is refused as well, another is got, and the call is sent again. If that does not help, or
 * nothing answers, the target is lost: the exchange says so, and every call after it is NotSent.
 */
export function supervised(inner: Transport, keeper: TokenKeeper, probe: Call): Transport {
  let lost: Lost | undefined;
  let looking: Promise<void> | undefined;

  const ask = (call: Call, signal?: AbortSignal) => inner.send(keeper.current(call), signal);

  async function look(): Promise<void> {
    const answer = await ask(probe);
    if (hasNoAnswer(answer)) lost = { kind: 'lost', problem: 'environment' };
    else if (isRefused(answer)) {
      const isWell = (await keeper.renew()) && !isRefused(await ask(probe));
      if (!isWell) lost = { kind: 'lost', problem: 'credentials' };
    }
  }

  /** What is wrong matters to all calls alike: they wait for one look. With no request left there is none. */
  function looked(): Promise<void> {
    looking ??= look()
      .catch((error) => {
        if (!(error instanceof NotSent)) throw error;
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  }

  return {
    async send(call, signal) {
      if (lost) throw new NotSent(fillAll(reasons[lost.problem], { why: keeper.problem ?? '-' }));
      const isRenewed = call.token === 'valid' && (await keeper.renewIfDue());
      const expiring: Incident[] = isRenewed ? [{ kind: 'renewed', because: 'expiring' }] : [];
      const sentWith = keeper.token;
      const first = await ask(call, signal);
      if (!hasNoAnswer(first) && !isRefused(first)) return befell(first, expiring);
      if (keeper.token === sentWith) await looked();
      if (lost) return befell(first, [...expiring, lost]);
      if (!isRefused(first) || keeper.token === sentWith) return befell(first, expiring);
      return befell(await ask(call, signal), [...expiring, { kind: 'renewed', because: 'refused' }]);
    },
    close: () => inner.close(),
  };
}

const reasons: Readonly<Record<Lost['problem'], Text>> = {
  environment: { en: 'the target no longer answers', zh: '被测服务不再应答' },
  credentials: { en: 'the token is no longer taken: {why}', zh: 'token 不再被接受：{why}' },
};

function befell(exchange: Exchange, incidents: readonly Incident[]): Exchange {
  if (incidents.length === 0) return exchange;
  return { ...exchange, incidents: [...(exchange.incidents ?? []), ...incidents] };
}
