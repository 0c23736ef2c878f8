import type { Call } from '../../contracts/exchange.ts';

/** The call of an exchange, without what came of it. */
export function callOf({ request, batch, token, mayBeRefused }: Call): Call {
  return { request, token, ...(batch && { batch }), ...(mayBeRefused && { mayBeRefused }) };
}

/** Whether two exchanges are of the same call: load sends the very same objects again and again. */
export function isSameCall(one: Call, other: Call): boolean {
  return (
    one.request === other.request &&
    one.batch === other.batch &&
    one.token === other.token &&
    one.mayBeRefused === other.mayBeRefused
  );
}
