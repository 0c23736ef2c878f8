import { type Judgement, judge } from '../../contracts/checks/registry.ts';
import type { Exchange, PreparedRequest } from '../../contracts/exchange.ts';
import type { Point } from '../../contracts/record.ts';
import { type Answered, Checker, type Place } from './checker.ts';
import { brokenBy } from './contract-broken.ts';
import type { LoadCheckSettings } from './handed-on.ts';
import { ProvenAnswers } from './proven-answers.ts';

/** How the exchanges of a point were judged. Every one of them is in exactly one of `repeated`, `handedOn` and `here`. */
export type Checking = NonNullable<Point['checking']>;

type Figures = { -readonly [name in keyof Checking]: Checking[name] };

/** Judges exchanges as they end. None is left out: the caller waits for `settled` before it ends. */
export interface Judge {
  /** `onJudged` is called once: at once, or later. */
  judge(exchange: Exchange, onJudged: (judgement: Judgement) => void): void;
  /** When all has been judged: how, since the last time. What is known of the answers is forgotten. */
  settled(): Promise<Checking>;
}

/** An answer shorter than this is checked sooner than it is handed on. */
const leastHandedOn = 2000;

/**
 * A judge for load. An answer that equals one that was checked in full, and found without fault, is not parsed again.
 * The others go to a thread, as far as it keeps up; what it has no room for is checked here, and slows the load down.
 */
export class LoadJudge implements Judge {
  #settings: LoadCheckSettings;
  readonly #checker: Checker;
  #proven: ProvenAnswers;
  readonly #answered = new Set<PreparedRequest>();
  #figures = noFigures();

  constructor(settings: LoadCheckSettings, threadFile?: URL) {
    this.#settings = settings;
    this.#proven = new ProvenAnswers(settings);
    this.#checker = new Checker(settings, threadFile);
  }

  judge(exchange: Exchange, onJudged: (judgement: Judgement) => void): void {
    // After `renew`, a judgement that is still under way teaches nothing.
    const known = this.#proven;
    const proven = known.find(exchange);
    if (proven) {
      this.#figures.repeated += 1;
      onJudged(proven);
      return;
    }
    const conclude = (judgement: Judgement, place: Place) => {
      this.#figures[place] += 1;
      if (brokenBy(judgement)) this.#figures.broken += 1;
      known.learn(exchange, judgement);
      onJudged(judgement);
    };
    if (this.#isForChecker(exchange)) {
      this.#checker.check(exchange, conclude);
      this.#figures.backlogMax = Math.max(this.#figures.backlogMax, this.#checker.backlog);
    } else conclude(judge(exchange, this.#settings), 'here');
  }

  async settled(): Promise<Checking> {
    await this.#checker.settled();
    const figures = this.#figures;
    this.#figures = noFigures();
    this.#proven.forget();
    this.#answered.clear();
    return figures;
  }

  /** Judges by other settings from here on. What is known of the answers is forgotten: it may not hold by these. */
  renew(settings: LoadCheckSettings): void {
    this.#settings = settings;
    this.#proven = new ProvenAnswers(settings);
    this.#answered.clear();
    this.#checker.renew(settings);
  }

  /** Ends the thread. */
  close(): Promise<void> {
    return this.#checker.close();
  }

  /** The first answer to a request is checked here: where all others equal it, no thread is needed. */
  #isForChecker(exchange: Exchange): exchange is Answered {
    const { request, response } = exchange;
    if (!response || response.body.length < leastHandedOn) return false;
    if (this.#answered.has(request)) return this.#checker.hasRoom;
    this.#answered.add(request);
    return false;
  }
}

function noFigures(): Figures {
  return { repeated: 0, handedOn: 0, here: 0, backlogMax: 0, broken: 0 };
}

/** A judge that needs no time of its own. */
export function judgeAtOnce(judgeOne: (exchange: Exchange) => Judgement): Judge {
  let figures = noFigures();
  return {
    judge(exchange, onJudged) {
      const judgement = judgeOne(exchange);
      figures.here += 1;
      if (brokenBy(judgement)) figures.broken += 1;
      onJudged(judgement);
    },
    async settled() {
      const last = figures;
      figures = noFigures();
      return last;
    },
  };
}
