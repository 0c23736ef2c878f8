import type { Batch, Origin } from '../contracts/batch.ts';
import { type Judgement, judge } from '../contracts/checks/registry.ts';
import type { CheckSettings } from '../contracts/checks/view.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import type { RecordedExchange } from '../contracts/record.ts';
import { recordedExchange } from '../contracts/recorded.ts';
import type { Redactor } from '../contracts/secrets.ts';
import type { Transport } from '../contracts/send.ts';
import type { Lang } from '../contracts/text.ts';
import { drawBatch, type Pools } from '../generators/batch.ts';
import { callOf, type Target } from '../generators/target.ts';

/** An exchange of a test, judged, and as it may be shown. */
export interface Judged {
  readonly exchange: Exchange;
  readonly judgement: Judgement;
  readonly recorded: RecordedExchange;
  /** Drift fails too. */
  readonly strict: boolean;
  readonly lang: Lang;
}

/** What the sessions of one worker share. */
export interface Workbench {
  readonly target: Target;
  readonly transport: Transport;
  readonly checkSettings: CheckSettings;
  readonly redactor: Redactor;
  readonly seed: number;
  readonly maxBatch: number;
  readonly strict: boolean;
  readonly lang: Lang;
}

/** What a session needs of the test it serves. */
export interface TestHooks {
  /** The same for a test in every run and on every machine. */
  readonly testId: string;
  /** Ends the test as skipped, with a reason: it does not return. */
  skip(reason: string): never;
  /** Runs the sending as a step of the test. */
  step(title: string, body: () => Promise<Judged>): Promise<Judged>;
  attach(recorded: RecordedExchange): Promise<void>;
}

/** FNV-1a, 32 bits: the batches of a test depend on the test alone, not on what ran before it. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** What one test does with the target: draw batches, send calls, keep what came back. */
export class Session {
  readonly target: Target;
  readonly #bench: Workbench;
  readonly #hooks: TestHooks;
  #batches = 0;
  #exchanges = 0;

  constructor(bench: Workbench, hooks: TestHooks) {
    this.target = bench.target;
    this.#bench = bench;
    this.#hooks = hooks;
  }

  /** Ends the test as skipped: the target lacks something that it needs. */
  skip(reason: string): never {
    return this.#hooks.skip(reason);
  }

  /** Draws a batch; skips the test when the target's account cannot fill it. */
  draw(counts: Partial<Record<Origin, number>>, pools: Pools = this.target.pools): Batch {
    const size = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const { maxBatch, seed } = this.#bench;
    if (size > maxBatch) this.#hooks.skip(`needs a batch of ${size}; PKDK_MAX_BATCH is ${maxBatch}`);
    for (const origin of ['own', 'foreign', 'unknown'] as const) {
      const [wanted, there] = [counts[origin] ?? 0, pools[origin].length];
      if (wanted > there) this.#hooks.skip(`needs ${wanted} ${origin} devices; there are ${there}`);
    }
    return drawBatch(pools, counts, seed, (hash(this.#hooks.testId) + this.#batches++) >>> 0);
  }

  /** Sends a batch with the valid token. */
  ask(batch: Batch): Promise<Judged> {
    return this.send(callOf(this.target, batch));
  }

  /** Sends a call, judges the exchange, and attaches it to the test. */
  send(call: Call): Promise<Judged> {
    const { transport, checkSettings, redactor, strict, lang } = this.#bench;
    const id = `${hash(this.#hooks.testId).toString(16).padStart(8, '0')}-${++this.#exchanges}`;
    const what = call.batch ? `${call.batch.devices.length} devices` : `${call.request.body.length} bytes`;
    return this.#hooks.step(`${call.request.method} ${what}, token ${call.token}`, async () => {
      const exchange = await transport.send(call);
      const judgement = judge(exchange, checkSettings);
      const recorded = recordedExchange(id, exchange, judgement, redactor);
      await this.#hooks.attach(recorded);
      return { exchange, judgement, recorded, strict, lang };
    });
  }
}
