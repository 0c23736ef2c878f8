import { keptConfirmations, maxProbes } from './search.ts';

/** How long each part of the search of one batch size takes. */
export interface SearchTimes {
  readonly lookMs: number;
  readonly confirmationMs: number;
  readonly warmupMs: number;
  readonly pauseMs: number;
  /** Of each of the closed loops that the first guess comes from. */
  readonly guessMs: number;
}

/** A confirmation takes as long as so many looks: looks only have to come near. */
const confirmationLooks = 5;

/** Shorter looks see too few requests. */
const shortestLookMs = 750;

const longestWarmupMs = 1000;

/** For the last answers of a probe to come in. */
const tailMs = 200;

/** How many closed loops the first guess comes from, and what else is done before the first probe. */
export const guessConnections = [4, 16, 64] as const;
const guessMs = 400;

const longest = { looks: maxProbes - keptConfirmations, confirmations: keptConfirmations };
const lookUnits = longest.looks + longest.confirmations * confirmationLooks;

/** What the longest search takes beside measuring. */
function besideMs(warmupMs: number, pauseMs: number): number {
  return maxProbes * (warmupMs + pauseMs + tailMs) + guessConnections.length * (2 * guessMs + pauseMs);
}

function timesOf(lookMs: number): SearchTimes {
  const warmupMs = Math.min(longestWarmupMs, lookMs / 2);
  return { lookMs, confirmationMs: lookMs * confirmationLooks, warmupMs, pauseMs: warmupMs / 2, guessMs };
}

/** How long the longest search takes with looks of a length. */
function longestMs(lookMs: number): number {
  const { warmupMs, pauseMs } = timesOf(lookMs);
  return lookUnits * lookMs + besideMs(warmupMs, pauseMs);
}

/** Less time than this is too little for a batch size. */
export const leastMsPerSize = Math.ceil(longestMs(shortestLookMs));

/** Times with which even the longest search of a batch size takes no longer than this. */
export function searchTimes(ms: number): SearchTimes {
  let [from, to] = [0, ms / lookUnits];
  for (let i = 0; i < 40; i++) {
    const middle = (from + to) / 2;
    if (longestMs(middle) <= ms) from = middle;
    else to = middle;
  }
  return timesOf(from);
}
