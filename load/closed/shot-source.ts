import type { Call } from '../../contracts/exchange.ts';
import { type Ended, type Shot, shotOf } from './shot.ts';

/** What the connections of a closed loop send. */
export interface ShotSource {
  /** The next shot of any connection; `undefined` when there is none now. */
  next(): Shot | undefined;
  /** Told of each answer before its connection sends again. */
  onAnswer?(ended: Ended): void;
  /** Given, before the first shot is asked for, what makes the connections ask again that got none. */
  onWaiting?(askAgain: () => void): void;
}

/** The same calls in turn, again and again. */
export function inTurn(calls: readonly Call[]): ShotSource {
  const shots = calls.map(shotOf);
  let turn = 0;
  return { next: () => shots[turn++ % shots.length] };
}
