import type { Locale } from './locale.ts';
import type { TextKey } from './texts.ts';

/** What objectives may be about, besides percentiles of the latency. */
const metricTexts: Readonly<Record<string, TextKey>> = {
  mean: 'meanLatency',
  max: 'longestLatency',
  errors: 'errorsMetric',
  violations: 'violationsMetric',
  tokenInvalid: 'tokenInvalidMetric',
  tokenMissing: 'tokenMissingMetric',
  otherCodes: 'otherCodesMetric',
  httpErrors: 'httpErrorsMetric',
  socketErrors: 'socketErrorsMetric',
  timeouts: 'timeoutsMetric',
  overflow: 'overflowMetric',
};

const comparisonTexts: Readonly<Record<string, TextKey>> = {
  '<': 'under',
  '<=': 'atMost',
  '>': 'over',
  '>=': 'noLessThan',
  '=': 'exactly',
};

function sayMetric(name: string, { say }: Locale): string {
  const key = metricTexts[name];
  if (key) return say(key);
  const [, service, digits] = /^(service)?p(\d+)$/i.exec(name) ?? [];
  if (digits === undefined) return name;
  const percentile = `p${digits.length > 2 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : digits}`;
  return service ? say('fromSending', { percentile }) : percentile;
}

/** An objective as it is written, in parts: `p99`, `<`, `250`, `ms`. */
export function partsOfObjective(objective: string) {
  const [whole, name = '', operator = '', value = '', unit = ''] =
    /^(\w+?)([<>=]+)([\d.]+)(\D*)$/.exec(objective.replace(/\s+/g, '')) ?? [];
  return whole === undefined ? undefined : { name, operator, value, unit };
}

function sayObjective(objective: string, locale: Locale): string {
  const { say } = locale;
  const { name = '', operator = '', value = '', unit = '' } = partsOfObjective(objective) ?? {};
  const comparison = comparisonTexts[operator];
  if (!comparison) return objective;
  const metric = sayMetric(name, locale);
  if (operator === '=' && Number(value) === 0) return say('none', { metric });
  const given = unit === '' ? value : say(unit === '%' ? 'shareUnit' : 'unit', { value, unit });
  // Chinese has spaces beside Latin letters alone.
  return say(comparison, { metric, value: given }).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/** `p99<250ms,violations=0` in words: `p99 under 250 ms, no contract violations`. */
export function sayObjectives(slo: string, locale: Locale): string {
  return locale.list(slo.split(',').map((objective) => sayObjective(objective.trim(), locale)));
}
