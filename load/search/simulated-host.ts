import { exponential, type RandomStream } from '../../generators/random.ts';

/** A host that takes time from a machine, whose own time stands still meanwhile. Both in milliseconds. */
export interface Host {
  machineTimeAt(moment: number): number;
  momentOf(machineTime: number): number;
}

/** A host that takes nothing. */
export const idleHost: Host = { machineTimeAt: (moment) => moment, momentOf: (machineTime) => machineTime };

/** A stop of the machine: from when by its own time, how long, and what it had lost before. */
interface Stop {
  readonly at: number;
  readonly lengthMs: number;
  readonly lostMs: number;
}

const spell = { shortestMs: 5_000, longestMs: 90_000 };
const stop = { shortestMs: 5, longestMs: 100 };

/** Takes up to `most` of a core in spells, each other of which is nearly quiet, in stops of 5 to 100 ms, for so long. */
export function busyHost(most: number, lastsMs: number, stream: RandomStream): Host {
  const between = (low: number, high: number) => low + ((high - low) * stream.next()) / 2 ** 32;
  const stops: Stop[] = [];
  let lostMs = 0;
  for (let at = 0, isQuiet = true; at < lastsMs; isQuiet = !isQuiet) {
    const share = between(0, isQuiet ? 0.01 : most);
    const end = at + between(spell.shortestMs, spell.longestMs);
    for (;;) {
      const lengthMs = between(stop.shortestMs, stop.longestMs);
      at += exponential(stream) * (lengthMs / share - lengthMs);
      if (at >= end) break;
      stops.push({ at, lengthMs, lostMs });
      lostMs += lengthMs;
    }
    at = end;
  }
  /** The last stop that began before a time. */
  const stopBefore = (time: number, timeOf: (one: Stop) => number): Stop | undefined => {
    let [from, to] = [0, stops.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const one = stops[middle];
      if (one && timeOf(one) < time) from = middle + 1;
      else to = middle;
    }
    return stops[from - 1];
  };
  return {
    machineTimeAt: (moment) => {
      const last = stopBefore(moment, ({ at, lostMs: before }) => at + before);
      return last ? Math.max(last.at, moment - last.lostMs - last.lengthMs) : moment;
    },
    momentOf: (machineTime) => {
      const last = stopBefore(machineTime, ({ at }) => at);
      return last ? machineTime + last.lostMs + last.lengthMs : machineTime;
    },
  };
}
