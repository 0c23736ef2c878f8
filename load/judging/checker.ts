import type { Worker } from 'node:worker_threads';
import { type Judgement, judge } from '../../contracts/checks/registry.ts';
import type { Answer, Call, Exchange, PreparedRequest } from '../../contracts/exchange.ts';
import type { CrossedAnswer, CrossedCall, HandedBack, HandedOn, LoadCheckSettings } from './handed-on.ts';
import { callOf, isSameCall } from './same-call.ts';
import { startThread } from './thread.ts';

/** An exchange that a checker can take. */
export type Answered = Exchange & { readonly response: Answer };

/** Where an exchange was judged. */
export type Place = 'handedOn' | 'here';

/** An exchange whose judgement is awaited. */
interface Awaited {
  readonly exchange: Answered;
  onJudged(judgement: Judgement, place: Place): void;
}

/** What may wait for the thread: some tenth of a second of its work. */
const maxBacklog = { answers: 1000, bytes: 4_000_000 };

/**
 * Has answers checked by a thread, which is started when there is something to check, and does not keep the process
 * alive. What the thread owes when it dies is checked here: no judgement is lost.
 */
export class Checker {
  #settings: LoadCheckSettings;
  readonly #threadFile: URL;
  #thread: Worker | undefined;
  #hasDied = false;
  #gathered: Awaited[] = [];
  /** Oldest first: the thread keeps the order. */
  readonly #sent: Awaited[][] = [];
  #backlog = 0;
  #bytes = 0;
  /** Calls that the thread knows, by number. */
  readonly #calls = new Map<PreparedRequest, { readonly number: number; readonly call: Call }>();
  #known = 0;
  #isNewStart = true;
  #onSettled = () => {};

  constructor(settings: LoadCheckSettings, threadFile: URL = new URL('checker-thread.ts', import.meta.url)) {
    this.#settings = settings;
    this.#threadFile = threadFile;
  }

  /** How many wait. */
  get backlog(): number {
    return this.#backlog;
  }

  get hasRoom(): boolean {
    return !this.#hasDied && this.#backlog < maxBacklog.answers && this.#bytes < maxBacklog.bytes;
  }

  /** Takes an answer, if there is room; `onJudged` is called once, later. */
  check(exchange: Answered, onJudged: Awaited['onJudged']): void {
    // One message a turn of the event loop: each costs as much as checking a small answer.
    if (this.#gathered.length === 0) setImmediate(() => this.#send());
    this.#gathered.push({ exchange, onJudged });
    this.#backlog += 1;
    this.#bytes += exchange.response.body.length;
  }

  /** When nothing waits any more. The calls met so far are forgotten. */
  async settled(): Promise<void> {
    if (this.#backlog > 0) {
      this.#send();
      this.#thread?.ref();
      await new Promise<void>((resolve) => {
        this.#onSettled = resolve;
      });
      this.#thread?.unref();
    }
    this.#forget();
  }

  /** Checks by these settings from here on, also what is gathered. The calls met so far are forgotten. */
  renew(settings: LoadCheckSettings): void {
    this.#settings = settings;
    this.#forget();
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
  }

  #forget(): void {
    this.#calls.clear();
    this.#known = 0;
    this.#isNewStart = true;
  }

  #send(): void {
    if (this.#gathered.length === 0) return;
    this.#thread ??= this.#start();
    const batch = this.#gathered;
    this.#gathered = [];
    this.#sent.push(batch);
    const handedOn = this.#handedOn(batch.map(({ exchange }) => exchange));
    this.#thread.postMessage(handedOn, [handedOn.bodies.buffer]);
  }

  #handedOn(exchanges: readonly Answered[]): HandedOn {
    const calls: CrossedCall[] = [];
    const answers = exchanges.map((exchange): CrossedAnswer => {
      const { status, headers, body } = exchange.response;
      let known = this.#calls.get(exchange.request);
      if (!known || !isSameCall(known.call, exchange)) {
        known = { number: this.#known++, call: callOf(exchange) };
        this.#calls.set(exchange.request, known);
        calls.push(known.call);
      }
      return { call: known.number, status, headers, bodyLength: body.length };
    });
    const start = this.#isNewStart && { start: this.#settings };
    this.#isNewStart = false;
    const bodies = Buffer.allocUnsafeSlow(answers.reduce((sum, { bodyLength }) => sum + bodyLength, 0));
    let at = 0;
    for (const { response } of exchanges) at += response.body.copy(bodies, at);
    return { calls, ...start, answers, bodies };
  }

  #start(): Worker {
    const thread = startThread(this.#threadFile);
    thread.unref();
    thread.on('message', (judgements: HandedBack) => this.#conclude(judgements));
    // An error ends the thread; a fault of a check shows when it is done again here.
    thread.on('error', () => undefined);
    thread.on('exit', () => this.#checkHere());
    return thread;
  }

  #conclude(judgements: HandedBack): void {
    const batch = this.#sent.shift() ?? [];
    for (const [i, awaited] of batch.entries()) {
      const judgement = judgements[i];
      if (judgement) this.#end(awaited, judgement, 'handedOn');
    }
  }

  /** The thread is gone: what it owes, and what it was to get. */
  #checkHere(): void {
    this.#hasDied = true;
    const owed = [...this.#sent.splice(0).flat(), ...this.#gathered.splice(0)];
    for (const awaited of owed) this.#end(awaited, judge(awaited.exchange, this.#settings), 'here');
  }

  #end({ exchange, onJudged }: Awaited, judgement: Judgement, place: Place): void {
    this.#backlog -= 1;
    this.#bytes -= exchange.response.body.length;
    onJudged(judgement, place);
    if (this.#backlog === 0) this.#onSettled();
  }
}
