import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TokenKeeper } from '../../contracts/access/token-keeper.ts';
import type { Call } from '../../contracts/exchange.ts';
import { isRefused } from '../../contracts/manners/supervised.ts';
import type { Renewal } from '../../contracts/record.ts';
import type { Transport } from '../../contracts/send.ts';
import { type Ended, type Shot, shotOf } from './shot.ts';
import type { ShotSource } from './shot-source.ts';

export interface TokenWatchOptions {
  readonly keeper: TokenKeeper;
  /** Sent in turn. The first one must work. */
  readonly calls: readonly Call[];
  /** For single calls outside the load. */
  readonly transport: Transport;
  /** There is another token, and nothing was sent with it yet. */
  onToken(token: string): void;
  /** The token is no longer taken, and there is none that is. */
  onLost(): void;
}

/** What was sent with one token. */
interface Generation {
  readonly token: string;
  readonly renewed?: Pick<Renewal, 'at' | 'because'>;
  refused: number;
}

/** Refusals are short; looking for them in long answers would cost what nobody has between two requests. */
const longestRefusal = 2000;

/** A timer that is set for longer comes at once. */
const longestWaitMs = 3_600_000;

/**
 * Calls in turn whose token is replaced before it expires: the shots with the new one are made while those with the
 * old one still fly. A refusal holds back all connections, so that each is refused at most once, until one call apart
 * has told whether the token is dead. If it is, it is renewed; if not, the refusal was the service's own fault.
 */
export class TokenWatch implements ShotSource {
  readonly #options: TokenWatchOptions;
  readonly #generations: Generation[] = [];
  #current: Generation;
  #shots: readonly Shot[];
  #turn = 0;
  #isHeld = false;
  #isOver = false;
  #askAgain = () => {};
  #timer: NodeJS.Timeout | undefined;
  /** Renewals and looks take turns. */
  #work: Promise<void> = Promise.resolve();

  constructor(options: TokenWatchOptions) {
    this.#options = options;
    const { keeper, calls } = options;
    this.#shots = calls.map((call) => shotOf(keeper.current(call)));
    this.#current = { token: keeper.token, refused: 0 };
    this.#generations.push(this.#current);
    this.#setTimer();
  }

  /** The tokens that were replaced so far. */
  get renewals(): Renewal[] {
    return this.#generations.flatMap(({ renewed }, i) =>
      renewed ? [{ ...renewed, refused: this.#generations[i - 1]?.refused ?? 0 }] : [],
    );
  }

  next(): Shot | undefined {
    if (this.#isHeld) return undefined;
    return this.#shots[this.#turn++ % this.#shots.length];
  }

  onAnswer({ shot, response }: Ended): void {
    if (!response || response.body.length > longestRefusal) return;
    if (!response.body.includes('5032') && !response.body.includes('5106')) return;
    if (!isRefused({ token: shot.call.token, response })) return;
    const { authorization } = shot.call.request.headers;
    const sentWith = this.#generations.findLast(({ token }) => authorization?.includes(token));
    if (sentWith) sentWith.refused += 1;
    if (sentWith !== this.#current || this.#isHeld || this.#isOver) return;
    this.#isHeld = true;
    this.#do(() => this.#look(sentWith));
  }

  onWaiting(askAgain: () => void): void {
    this.#askAgain = askAgain;
  }

  /** Looks after the token no more; resolves when nothing is under way. */
  async end(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    await this.#work;
  }

  #do(work: () => Promise<unknown>): void {
    this.#work = this.#work.then(async () => void (await work()));
  }

  /** A token that is due as soon as it comes, since the clocks differ, is used until it is refused. */
  #setTimer(): void {
    clearTimeout(this.#timer);
    const wait = this.#options.keeper.dueAt - Date.now();
    if (this.#isOver || !Number.isFinite(wait) || wait <= 0) return;
    const isDue = wait <= longestWaitMs;
    const onTime = () => (isDue ? this.#do(() => this.#replace('expiring')) : this.#setTimer());
    this.#timer = setTimeout(onTime, Math.min(wait, longestWaitMs));
    this.#timer.unref();
  }

  async #replace(because: Renewal['because']): Promise<boolean> {
    const { keeper, calls, onToken } = this.#options;
    if (this.#isOver || !(await keeper.renew())) return false;
    const { token } = keeper;
    onToken(token);
    const shots: Shot[] = [];
    for (const call of calls) {
      shots.push(shotOf(keeper.current(call)));
      // Answers get their turn between any two.
      await nextTurn();
    }
    const renewed = { at: new Date().toISOString(), because };
    this.#shots = shots;
    this.#current = { token, renewed, refused: 0 };
    this.#generations.push(this.#current);
    this.#setTimer();
    return true;
  }

  async #look(refused: Generation): Promise<void> {
    const isReplaced = () => this.#current !== refused;
    const isDead = !this.#isOver && !isReplaced() && (await this.#isRefusedNow());
    if (isDead && !((await this.#replace('refused')) && !(await this.#isRefusedNow()))) {
      if (!this.#isOver) this.#options.onLost();
      return;
    }
    this.#isHeld = false;
    this.#askAgain();
  }

  async #isRefusedNow(): Promise<boolean> {
    const { keeper, calls, transport } = this.#options;
    const [probe] = calls;
    return probe !== undefined && isRefused(await transport.send(keeper.current(probe)));
  }
}
