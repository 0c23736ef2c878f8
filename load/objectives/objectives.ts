import { ToolkitError } from '../../contracts/errors.ts';
import { nearestName } from '../../contracts/nearest.ts';
import { fillAll, type Text } from '../../contracts/text.ts';
import { type Measured, type Metric, metrics, unitsOf } from './metrics.ts';

const comparisons = {
  '<': (measured: number, value: number) => measured < value,
  '<=': (measured: number, value: number) => measured <= value,
  '>': (measured: number, value: number) => measured > value,
  '>=': (measured: number, value: number) => measured >= value,
  '=': (measured: number, value: number) => measured === value,
} as const;

type Operator = keyof typeof comparisons;

/** A thing demanded of a point: `metric op value unit`. */
export interface Objective {
  /** As it is written, without spaces: `p99<250ms`. */
  readonly text: string;
  readonly metric: Metric;
  readonly operator: Operator;
  readonly value: number;
  readonly unit: string;
  /** How many of the unit the metric's own is. */
  readonly scale: number;
}

/** What a point makes of an objective. */
export interface Assessment {
  readonly objective: string;
  /** In the objective's unit; `null`: not known, and then nothing holds. */
  readonly measured: number | null;
  readonly holds: boolean;
}

const didYouMean: Text = { en: ' (did you mean {nearest}?)', zh: '（是否想写 {nearest}？）' };

function hintOf(name: string): Text {
  const nearest = nearestName(name, [...metrics.keys()]);
  return nearest === undefined ? { en: '', zh: '' } : fillAll(didYouMean, { nearest });
}

function isOperator(text: string): text is Operator {
  return Object.hasOwn(comparisons, text);
}

/** One objective. Throws a part of OBJECTIVES. */
function parseObjective(written: string): Objective {
  const text = written.replace(/\s+/g, '');
  const parts = /^([A-Za-z]\w*)([<>=!]+)(\d+(?:\.\d+)?)(\D*)$/.exec(text);
  const [, name = '', operator = '', value = '', unit = ''] = parts ?? [];
  if (!parts) throw new ToolkitError('OBJECTIVE_FORM', { value: written.trim() });
  const metric = metrics.get(name);
  if (!metric) throw new ToolkitError('OBJECTIVE_METRIC', { value: text, name, hint: hintOf(name) });
  if (!isOperator(operator)) throw new ToolkitError('OBJECTIVE_OPERATOR', { value: text, operator });
  if (operator === '=' && metric.kind !== 'count')
    throw new ToolkitError('OBJECTIVE_EQUAL', { value: text, name });
  const scales: Readonly<Record<string, number>> = unitsOf[metric.kind];
  const scale = Object.hasOwn(scales, unit) ? scales[unit] : undefined;
  if (scale === undefined) {
    const examples = Object.keys(scales).map((one) => `${name}${operator}${value}${one}`);
    const expected = { en: examples.join(', '), zh: examples.join('、') };
    throw new ToolkitError('OBJECTIVE_UNIT', { value: text, expected });
  }
  return { text, metric, operator, value: Number(value), unit, scale };
}

/** `p99<250ms,violations=0`. Throws OBJECTIVES with everything that is wrong. */
export function parseObjectives(flag: string, text: string): Objective[] {
  const wrong: ToolkitError[] = [];
  const objectives = text.split(',').flatMap((one) => {
    try {
      return [parseObjective(one)];
    } catch (error) {
      if (!(error instanceof ToolkitError)) throw error;
      wrong.push(error);
      return [];
    }
  });
  if (wrong.length > 0)
    throw new ToolkitError('OBJECTIVES', { flag, metrics: [...metrics.keys()].join(' ') }, wrong);
  return objectives;
}

function measuredBy({ metric, unit, scale }: Objective, point: Measured): number | undefined {
  const number = metric.of(point);
  const among = metric.kind === 'count' && unit !== '' ? metric.among?.(point) : 1;
  return number === undefined || !among ? undefined : (number * scale) / among;
}

/** What a point makes of an objective. Where it has no such number, the objective does not hold. */
export function assess(objective: Objective, point: Measured): Assessment {
  const measured = measuredBy(objective, point);
  if (measured === undefined) return { objective: objective.text, measured: null, holds: false };
  const holds = comparisons[objective.operator](measured, objective.value);
  return { objective: objective.text, measured, holds };
}
