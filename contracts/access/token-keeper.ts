import { reasonOf } from '../errors.ts';
import type { Call } from '../exchange.ts';
import type { Access } from './access.ts';
import { expiryOf } from './token.ts';

/** A token is replaced this long before it expires, or when a tenth of the time it had is left. */
const marginMs = 60_000;

/** When a token has to be replaced, in milliseconds since the epoch. */
function dueAt({ token, expiresAt }: Access, now: number): number {
  const expiry = expiresAt ?? expiryOf(token)?.getTime() ?? Number.POSITIVE_INFINITY;
  return expiry - Math.min(marginMs, Math.max(0, expiry - now) / 10);
}

/** Keeps the token in use, and gets another in its place. */
export class TokenKeeper {
  /** Why there will be no other token. */
  problem: string | undefined;
  #access: Access;
  #dueAt: number;
  #renewing: Promise<boolean> | undefined;
  readonly #earlier: string[] = [];
  readonly #getAnother: (access: Access) => Promise<Access>;
  readonly #now: () => number;

  /** `getAnother` throws when it can't; it is not asked again then, since accounts freeze after refused logins. */
  constructor(access: Access, getAnother: (access: Access) => Promise<Access>, now: () => number = Date.now) {
    this.#access = access;
    this.#getAnother = getAnother;
    this.#now = now;
    this.#dueAt = dueAt(access, now());
  }

  /** Without `Bearer `. */
  get token(): string {
    return this.#access.token;
  }

  /** When the token has to be replaced, in milliseconds since the epoch; Infinity when nobody knows. */
  get dueAt(): number {
    return this.#dueAt;
  }

  /** The call with the token in use in place of an earlier one. */
  current(call: Call): Call {
    const old = this.#earlier.find((token) => call.request.headers.authorization?.includes(token));
    if (call.token !== 'valid' || old === undefined) return call;
    const authorization = call.request.headers.authorization?.replace(old, this.token) ?? '';
    return { ...call, request: { ...call.request, headers: { ...call.request.headers, authorization } } };
  }

  /** Replaces the token if it is about to expire; tells whether it did. */
  async renewIfDue(): Promise<boolean> {
    return this.#now() >= this.#dueAt && (await this.renew());
  }

  /** Replaces the token; tells whether it could. Who asks meanwhile gets the same one. */
  renew(): Promise<boolean> {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #renew(): Promise<boolean> {
    if (this.problem !== undefined) return false;
    try {
      const renewed = await this.#getAnother(this.#access);
      this.#earlier.push(this.token);
      this.#access = renewed;
      this.#dueAt = dueAt(renewed, this.#now());
      return true;
    } catch (error) {
      this.problem = reasonOf(error);
      return false;
    }
  }
}
