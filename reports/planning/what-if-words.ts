import { type Locale, sharedDecimals } from '../locale.ts';
import type { Plan, Question, Refusal } from './what-if.ts';

type Speaker = Pick<Locale, 'say' | 'number'>;

/** A line of an answer: what it is about, and what it comes to. */
export type AnswerLine = readonly [label: string, value: string];

/** A time as people say it: `840 ms`, `12.4 s`, `3 min 20 s`, `2 h 5 min`. */
export function sayTime(ms: number, { say, number }: Speaker): string {
  if (ms < 1000) return say('milliseconds', { ms: number(ms) });
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return say('seconds', { s: number(ms / 1000, 1) });
  if (seconds < 3600) {
    const time = { min: number(Math.floor(seconds / 60)), s: number(seconds % 60) };
    return say(seconds % 60 === 0 ? 'wholeMinutes' : 'minutes', time);
  }
  const minutes = Math.round(seconds / 60);
  const time = { h: number(Math.floor(minutes / 60)), min: number(minutes % 60) };
  return say(minutes % 60 === 0 ? 'wholeHours' : 'hours', time);
}

/** A rate as precisely as it is of use. */
export function sayRate(perSecond: number, { number }: Speaker): string {
  return number(perSecond, perSecond < 100 ? Math.max(1, sharedDecimals([perSecond])) : 0);
}

function sayRefusal(refused: Refusal, speaker: Speaker): string {
  const { say, number } = speaker;
  if (refused.refusal === 'deadline')
    return say('refusesDeadline', { time: sayTime(refused.answerMs, speaker) });
  if (refused.refusal === 'batchSizeRefused') return say('refusesSize', { from: number(refused.from) });
  if (refused.refusal === 'extrapolation')
    return say('refusesExtrapolation', { from: number(refused.from), to: number(refused.to) });
  return say(refused.refusal === 'question' ? 'refusesQuestion' : 'refusesNothing');
}

function sayMonths(months: number, { say, number }: Speaker): string {
  if (months === 0) return say('lessThanMonth');
  return months === 1 ? say('monthOfPlan') : say('monthsOfPlan', { months: number(months) });
}

/** An answer in lines. */
export function answerLines(answer: Plan | Refusal, { spare }: Question, speaker: Speaker): AnswerLine[] {
  const { say, number } = speaker;
  if ('refusal' in answer) return [[say('noPlan'), sayRefusal(answer, speaker)]];
  const { replicas, requests, batchSize, lastBatch, months, isBetween, isConfirmed } = answer;
  const batches = { requests: number(requests), size: number(batchSize), rest: number(lastBatch) };
  const notes = [...(isBetween ? [say('sizeBetween')] : []), ...(isConfirmed ? [] : [say('rateLooked')])];
  return [
    [
      say('planReplicas'),
      spare > 0
        ? say('replicasWithSpare', { total: number(replicas + spare), spare: number(spare) })
        : number(replicas),
    ],
    [say('planBatches'), say(lastBatch < batchSize ? 'batchesWithRest' : 'batchesOf', batches)],
    [
      say('planRate'),
      say('rateOfPlan', {
        requests: sayRate(answer.requestsPerSecond, speaker),
        devices: sayRate(answer.devicesPerSecond, speaker),
      }),
    ],
    [say('planTime'), sayTime(answer.takesMs, speaker)],
    [say('leastRate'), say('leastRateOfPlan', { requests: sayRate(answer.leastRequestsPerSecond, speaker) })],
    ...(months === undefined ? [] : [[say('planGrowth'), sayMonths(months, speaker)] as const]),
    ...notes.map((note) => [say('planNote'), note] as const),
  ];
}
