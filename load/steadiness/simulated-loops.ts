import { exponential, type RandomStream } from '../../generators/random.ts';
import { earliest } from '../models/simulated.ts';
import { type Round, Rounds } from './rounds.ts';

/** Loops against simulated services, for the tests of steadiness: answers in rounds, in virtual time from 0 on. */

/** How long a request takes that is begun at a moment. */
export type ServiceTime = (stream: RandomStream, at: number) => number;

/** So many requests at a time; the others wait. */
function serversOf(count: number) {
  const freeAt = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  return (sentAt: number, timeOf: (begunAt: number) => number): number => {
    const first = earliest(freeAt);
    const begunAt = Math.max(sentAt, freeAt[first] ?? 0);
    const endedAt = begunAt + timeOf(begunAt);
    freeAt[first] = endedAt;
    return endedAt;
  };
}

interface Ended {
  readonly endedAt: number;
  readonly latencyMs: number;
}

function inRounds(ended: Ended[], roundSize: number, windowMs: number): readonly Round[] {
  const rounds = new Rounds(roundSize);
  ended.sort((one, other) => one.endedAt - other.endedAt);
  for (const { endedAt, latencyMs } of ended)
    if (endedAt >= 0 && endedAt < windowMs) rounds.add(endedAt, latencyMs);
  return rounds.whole;
}

/** Every connection sends its next request when the last one has ended. */
export function closedLoop(
  { connections, servers }: { readonly connections: number; readonly servers: number },
  time: ServiceTime,
  windowMs: number,
  stream: RandomStream,
): readonly Round[] {
  const serve = serversOf(servers);
  const nextAt = new Float64Array(connections);
  const ended: Ended[] = [];
  for (;;) {
    const next = earliest(nextAt);
    const sentAt = nextAt[next] ?? 0;
    if (sentAt >= windowMs) return inRounds(ended, connections, windowMs);
    const endedAt = serve(sentAt, (at) => time(stream, at));
    nextAt[next] = endedAt;
    ended.push({ endedAt, latencyMs: endedAt - sentAt });
  }
}

/** Poisson arrivals; the queue has had a second to fill. */
export function openLoop(
  { perSecond, servers }: { readonly perSecond: number; readonly servers: number },
  time: ServiceTime,
  windowMs: number,
  stream: RandomStream,
): readonly Round[] {
  const serve = serversOf(servers);
  const ended: Ended[] = [];
  for (let sentAt = -1000; sentAt < windowMs; sentAt += (exponential(stream) * 1000) / perSecond) {
    const now = sentAt;
    const endedAt = serve(now, (at) => time(stream, at));
    if (sentAt >= 0) ended.push({ endedAt, latencyMs: endedAt - sentAt });
  }
  return inRounds(ended, 1, windowMs);
}
