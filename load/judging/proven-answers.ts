import { leaksIn, secretsFor } from '../../contracts/checks/leak.ts';
import type { Judgement } from '../../contracts/checks/registry.ts';
import type { Answer, Call, Exchange, PreparedRequest } from '../../contracts/exchange.ts';
import type { LoadCheckSettings } from './handed-on.ts';
import { callOf, isSameCall } from './same-call.ts';

/** An answer that was checked in full, and nothing was found. */
interface Proven {
  readonly call: Call;
  readonly status: number;
  readonly body: Buffer;
  /** Those it came with last. */
  headers: Answer['headers'];
  readonly judgement: Judgement;
}

/** What is known of the answers to one request, the one met last in front. */
interface Known {
  readonly answers: Proven[];
  /** Answers in a row that equalled none of these. */
  misses: number;
}

/** Kept for each request: an answer may have a few forms, as lists in another order. */
const maxKept = 4;

/** Where so many answers in a row were new, one in so many is kept: keeping what never comes again has a cost, too. */
const patience = 16;

/**
 * Answers by request, so that one that comes again needs no checking. What a check looks at is the call, the status,
 * the media type, the body and, for leaks, the value of each header: call, status, media type and body must be the same
 * to the byte; a header that differs is searched.
 */
export class ProvenAnswers {
  readonly #known = new Map<PreparedRequest, Known>();
  readonly #settings: LoadCheckSettings;

  constructor(settings: LoadCheckSettings) {
    this.#settings = settings;
  }

  /** The judgement of an equal answer. */
  find(exchange: Exchange): Judgement | undefined {
    const { response } = exchange;
    const known = response && this.#known.get(exchange.request);
    if (!known) return undefined;
    const { answers } = known;
    for (let i = 0; i < answers.length; i++) {
      const proven = answers[i];
      if (!proven || !this.#isEqual(proven, exchange, response)) continue;
      known.misses = 0;
      if (i > 0) answers.unshift(...answers.splice(i, 1));
      return proven.judgement;
    }
    known.misses += 1;
    return undefined;
  }

  /** Keeps the answer if nothing was found in it. */
  learn(exchange: Exchange, judgement: Judgement): void {
    const { request, response } = exchange;
    if (!response || judgement.findings.length > 0) return;
    const known = this.#known.get(request) ?? { answers: [], misses: 0 };
    if (known.misses > patience && known.misses % patience > 0) return;
    this.#known.set(request, known);
    const { status, headers } = response;
    // A copy: the bytes as they came may hold on to a larger piece of memory.
    const body = Buffer.from(response.body);
    known.answers.unshift({ call: callOf(exchange), status, headers, body, judgement });
    known.answers.splice(maxKept);
  }

  forget(): void {
    this.#known.clear();
  }

  #isEqual(proven: Proven, exchange: Exchange, { status, headers, body }: Answer): boolean {
    if (proven.body.length !== body.length || proven.status !== status || !proven.body.equals(body))
      return false;
    if (!isSameCall(proven.call, exchange)) return false;
    if (!this.#areHarmless(headers, proven.headers, exchange)) return false;
    proven.headers = headers;
    return true;
  }

  #areHarmless(headers: Answer['headers'], known: Answer['headers'], exchange: Exchange): boolean {
    if (headers === known) return true;
    if (headers['content-type'] !== known['content-type']) return false;
    for (const name in headers) {
      const value = headers[name] ?? '';
      if (value === known[name]) continue;
      const { token, stackTrace } = leaksIn(value, secretsFor(exchange, this.#settings));
      if (token || stackTrace) return false;
    }
    return true;
  }
}
