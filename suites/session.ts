import type { Batch, Origin } from '../contracts/batch.ts';
import { disagreements } from '../contracts/checks/agreement.ts';
import { type Judgement, judge } from '../contracts/checks/registry.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import type { Finding } from '../contracts/finding.ts';
import { NotSent } from '../contracts/manners/not-sent.ts';
import type { FactName } from '../contracts/observation-texts.ts';
import type { Observation, ObservedValue } from '../contracts/observations.ts';
import type { RecordedExchange } from '../contracts/record.ts';
import { recordedExchange, recordedFindings } from '../contracts/recorded.ts';
import { replayCommand } from '../contracts/shell.ts';
import { fillAll, type Lang, type Text } from '../contracts/text.ts';
import { drawBatch, type Pools } from '../generators/batch.ts';
import { randomStream } from '../generators/random.ts';
import { callOf, type Target } from '../generators/target.ts';
import { Objection, Skipped } from './case.ts';
import { type Difference, describeDifferences } from './difference.ts';
import type { Workbench } from './workbench.ts';

/** An exchange of a test, judged, and as it may be shown. */
export interface Judged {
  readonly id: string;
  readonly exchange: Exchange;
  readonly judgement: Judgement;
  /** Made when it is first asked for: most answers are right, and nobody has to see them. */
  readonly recorded: RecordedExchange;
  /** The command that sends it again from the record of the run. */
  readonly replay?: string;
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
  /** Runs the sending as a step of the test. */
  step(title: string, body: () => Promise<Judged>): Promise<Judged>;
  attach(judged: Judged): void;
  /** Keeps a finding that took more than one exchange to make. */
  report(finding: Finding): void;
  /** Keeps a fact on which the published page is silent. */
  observe(observation: Observation): void;
}

const lacks = {
  devices: {
    en: 'needs {wanted} {origin} devices; there are {there}',
    zh: '需要 {wanted} 台设备（{origin}）；现有 {there} 台',
  },
  size: {
    en: 'needs a batch of {size}; PKDK_MAX_BATCH is {maxBatch}',
    zh: '需要 {size} 台设备的批次；PKDK_MAX_BATCH 为 {maxBatch}',
  },
} satisfies Record<string, Text>;

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
  /** Devices up to which the largest batch may be looked for, if that was asked for. */
  readonly findMaxBatch: number | undefined;
  readonly #bench: Workbench;
  readonly #hooks: TestHooks;
  #batches = 0;
  #exchanges = 0;

  constructor(bench: Workbench, hooks: TestHooks) {
    this.target = bench.target;
    this.maxBatch = bench.maxBatch;
    this.findMaxBatch = bench.findMaxBatch;
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
  skip(reason: Text): never {
    throw new Skipped(reason);
  }

  /** Draws a batch; skips the test when the target's account cannot fill it. */
  draw(counts: Partial<Record<Origin, number>>, pools: Pools = this.target.pools): Batch {
    const size = Object.values(counts).reduce((sum, count) => sum + count, 0);
    this.#fit(size);
    for (const origin of ['own', 'foreign', 'unknown'] as const) {
      const [wanted, there] = [counts[origin] ?? 0, pools[origin].length];
      if (wanted > there) this.skip(fillAll(lacks.devices, { wanted, there, origin }));
    }
    return drawBatch(pools, counts, this.#bench.seed, (hash(this.#hooks.testId) + this.#batches++) >>> 0);
  }

  /** Skips the test when batches of this size must not be sent. */
  #fit(size: number): void {
    if (size > this.maxBatch) this.skip(fillAll(lacks.size, { size, maxBatch: this.maxBatch }));
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
    if (found.length > 0) throw new Objection(describeDifferences(found));
  }

  /** Keeps what was seen where the published page is silent; `text` says which of many alike it is. */
  observe(name: FactName, value: ObservedValue, text?: Text): void {
    this.#hooks.observe({ name, value, ...(text && { text }) });
  }

  async #exchange(call: Call): Promise<Exchange> {
    try {
      return await this.#bench.transport.send(call);
    } catch (error) {
      if (error instanceof NotSent) return this.skip(error.reason);
      throw error;
    }
  }

  /** The same for an exchange of a test in every run; no other exchange of the run has it. */
  #nextId(): string {
    const { testId, attempt = '' } = this.#hooks;
    return `${hash(testId).toString(16).padStart(8, '0')}${attempt}-${++this.#exchanges}`;
  }

  /** Sends a call, judges the exchange, and attaches it to the test; skips the test when it may not be sent. */
  send(call: Call): Promise<Judged> {
    const { checkSettings, strict, lang, recordFolder } = this.#bench;
    const id = this.#nextId();
    const what = call.batch ? `${call.batch.devices.length} devices` : `${call.request.body.length} bytes`;
    return this.#hooks.step(`${call.request.method} ${what}, token ${call.token}`, async () => {
      const exchange = await this.#exchange(call);
      const { redactor } = this.#bench;
      const judgement = judge(exchange, checkSettings);
      if (exchange.response) redactor.learnCredentials(exchange.response);
      let recorded: RecordedExchange | undefined;
      const judged = {
        ...{ id, exchange, judgement, strict, lang },
        ...(recordFolder !== undefined && { replay: replayCommand(recordFolder, id) }),
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
