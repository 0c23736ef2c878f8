/** Whom a change breaks, most grave first. */
export const changeClasses = [
  'breaking for callers',
  'breaking for the service',
  'compatible',
  'text only',
] as const;

export type ChangeClass = (typeof changeClasses)[number];

/** Where a thing stands: in what callers send, or in what the service answers. */
export type Side = 'request' | 'answer';

/**
 * What a change does to the set of values that both sides agreed on, and so whom it breaks. What narrows a request
 * is refused to callers that send it today; what widens it, the service must now accept. What widens an answer
 * reaches callers that do not know it; what narrows it, the service must now keep to.
 */
const variance = {
  narrower: { request: 'breaking for callers', answer: 'breaking for the service' },
  wider: { request: 'breaking for the service', answer: 'breaking for callers' },
  /** Some values go and others come: callers notice first. */
  both: { request: 'breaking for callers', answer: 'breaking for callers' },
  /** One more may now be said that nobody has to say. */
  none: { request: 'compatible', answer: 'compatible' },
  text: { request: 'text only', answer: 'text only' },
} as const satisfies Record<string, Record<Side, ChangeClass>>;

/** What a change does to the agreed values. */
export type Effect = keyof typeof variance;

/** The class of a change; one that stands on both sides has the graver of the two. */
export function classOf(effect: Effect, sides: ReadonlySet<Side>): ChangeClass {
  const found = new Set([...sides].map((side): ChangeClass => variance[effect][side]));
  return changeClasses.find((one) => found.has(one)) ?? 'compatible';
}
