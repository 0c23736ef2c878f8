import type { Batch, Origin } from '../contracts/batch.ts';
import { disagreements } from '../contracts/checks/agreement.ts';
import { type Judgement, judge } from '../contracts/checks/registry.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import type { Finding } from '../contracts/finding.ts';
import type { RecordedExchange } from '../contracts/record.ts';
import { recordedExchange, recordedFindings } from '../contracts/recorded.ts';
import type { Lang } from '../contracts/text.ts';
import { drawBatch, type Pools } from '../generators/batch.ts';
import { randomStream } from '../generators/random.ts';
import { callOf, type Target } from '../generators/target.ts';
import { type Difference, describeDifferences } from './difference.ts';
import type { Workbench } from './workbench.ts';

/** An exchange of a test, judged, and as it may be shown. */
export interface Judged {
  readonly id: string;
  readonly exchange: Exchange;
  readonly judgement: Judgement;
  /** Made when it is first asked for: most answers are right, and nobody has to see them. */
  readonly recorded: RecordedExchange;
  /** Drift fails too. */
  readonly strict: boolean;
  readonly lang: Lang;
}

/** What a session needs of the test it serves. */
export interface TestHooks {
  /** The same for a test in every run and on every machine. */
  readonly testId: string;
  /** Tells the exchanges of a test that runs again from those of its earlier runs. */
  readonly attempt?: string;
  /** Ends the test as skipped, with a reason: it does not return. */
  skip(reason: string): never;
  /** Runs the sending as a step of the test. */
  step(title: string, body: () => Promise<Judged>): Promise<Judged>;
  attach(judged: Judged): void;
  /** Keeps a finding that took more than one exchange to make. */
  report(finding: Finding): void;
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
  /** Devices that a batch may have at most. */
  readonly maxBatch: number;
  readonly #bench: Workbench;
  readonly #hooks: TestHooks;
  #batches = 0;
  #exchanges = 0;

  constructor(bench: Workbench, hooks: TestHooks) {
    this.target = bench.target;
    this.maxBatch = bench.maxBatch;
    this.#bench = bench;
    this.#hooks = hooks;
  }

  /** 32 bits that depend on the run's seed and on the test, and on nothing else. */
  get seed(): number {
    return randomStream(this.#bench.seed, hash(this.#hooks.testId)).next();
  }

  /** What makes the run of this test the same again. */
  get again(): string {
    const title = this.#hooks.testId.split(' › ').at(-1);
    return `PKDK_SEED=${this.#bench.seed} npm run suite -- --grep "${title}"`;
  }

  /** Ends the test as skipped: the target lacks something that it needs. */
  skip(reason: string): never {
    return this.#hooks.skip(reason);
  }

  /** Draws a batch; skips the test when the target's account cannot fill it. */
  draw(counts: Partial<Record<Origin, number>>, pools: Pools = this.target.pools): Batch {
    const size = Object.values(counts).reduce((sum, count) => sum + count, 0);
    this.#fit(size);
    for (const origin of ['own', 'foreign', 'unknown'] as const) {
      const [wanted, there] = [counts[origin] ?? 0, pools[origin].length];
      if (wanted > there) this.#hooks.skip(`needs ${wanted} ${origin} devices; there are ${there}`);
    }
    return drawBatch(pools, counts, this.#bench.seed, (hash(this.#hooks.testId) + this.#batches++) >>> 0);
  }

  /** Skips the test when batches of this size must not be sent. */
  #fit(size: number): void {
    if (size > this.maxBatch) this.skip(`needs a batch of ${size}; PKDK_MAX_BATCH is ${this.maxBatch}`);
  }

  /** Sends a batch with the valid token. */
  ask(batch: Batch): Promise<Judged> {
    this.#fit(batch.devices.length);
    return this.send(callOf(this.target, batch));
  }

  /** What the later answer says otherwise of the devices that both answers name. */
  compare(earlier: Judged, later: Judged, areStable: boolean): Difference {
    const named = ({ id, exchange }: Judged) => ({ id, exchange });
    const { checkSettings: settings, redactor } = this.#bench;
    const findings = disagreements(named(earlier), named(later), { areStable, settings });
    return { earlier, later, findings: recordedFindings(findings, redactor) };
  }

  /** Reports what was found by comparing, and fails the test if that is anything. */
  reject(differences: readonly Difference[]): void {
    const found = differences.filter(({ findings }) => findings.length > 0);
    for (const finding of found.flatMap(({ findings }) => findings)) this.#hooks.report(finding);
    if (found.length > 0) throw new Error(describeDifferences(found));
  }

  /** Sends a call, judges the exchange, and attaches it to the test. */
  send(call: Call): Promise<Judged> {
    const { transport, checkSettings, redactor, strict, lang } = this.#bench;
    const { testId, attempt = '' } = this.#hooks;
    const id = `${hash(testId).toString(16).padStart(8, '0')}${attempt}-${++this.#exchanges}`;
    const what = call.batch ? `${call.batch.devices.length} devices` : `${call.request.body.length} bytes`;
    return this.#hooks.step(`${call.request.method} ${what}, token ${call.token}`, async () => {
      const exchange = await transport.send(call);
      const judgement = judge(exchange, checkSettings);
      if (exchange.response) redactor.learnCredentials(exchange.response);
      let recorded: RecordedExchange | undefined;
      const judged = {
        ...{ id, exchange, judgement, strict, lang },
        get recorded() {
          recorded ??= recordedExchange(id, exchange, judgement, redactor);
          return recorded;
        },
      };
      this.#hooks.attach(judged);
      return judged;
    });
  }
}
