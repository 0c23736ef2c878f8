import type { Batch } from './batch.ts';
import type { Text } from './text.ts';

/**
 * What the sender knows of the token it sent, since the wire alone cannot tell. An expired token and one that is
 * for refreshing are good tokens, but not here and now; any other that must be refused is invalid.
 */
export const tokenStates = ['valid', 'missing', 'invalid', 'expired', 'refresh'] as const;

export type TokenState = (typeof tokenStates)[number];

export const tokenNames: Readonly<Record<TokenState, Text>> = {
  valid: { en: 'valid', zh: '有效' },
  missing: { en: 'missing', zh: '缺失' },
  invalid: { en: 'malformed', zh: '格式错误' },
  expired: { en: 'expired', zh: '已过期' },
  refresh: { en: 'refresh', zh: '刷新' },
};

/** The bytes of one request. */
export interface PreparedRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A request with what its answer must be judged by. Without `batch`, the body is deliberately not one. */
export interface Call {
  readonly request: PreparedRequest;
  readonly batch?: Batch;
  readonly token: TokenState;
  /** The page does not say whether such a request is taken: its answer may be any that refuses it, too. */
  readonly mayBeRefused?: true;
}

/** An answer as it came; bytes stay bytes until a check decodes them. */
export interface Answer {
  readonly status: number;
  /** Names in lower case, repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Why there is no answer. */
export type Failure = 'timeout' | 'socket' | 'aborted';

/**
 * What befell a call on its way. `throttled`: answered with HTTP 429, and sent again after the wait. `renewed`: sent with
 * a new token, since the old one was about to expire, or was refused and dead. `lost`: after it, a call that must work
 * did not; nothing more is sent.
 */
export type Incident =
  | { readonly kind: 'throttled'; readonly waitedMs: number }
  | { readonly kind: 'renewed'; readonly because: 'expiring' | 'refused' }
  | { readonly kind: 'lost'; readonly problem: 'environment' | 'credentials' };

/** One request and what came back: a `response`, or the `failure` that took its place. */
export interface Exchange extends Call {
  readonly response?: Answer;
  readonly failure?: Failure;
  /** What the system said of the failure. */
  readonly reason?: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  readonly timings: { readonly totalMs: number };
  readonly incidents?: readonly Incident[];
}
