import type { Lang } from '../../../contracts/text.ts';
import type { Records } from '../../model.ts';
import type { Family, Labels } from './families.ts';
import { loadFamilies } from './load-families.ts';
import { faultsFamilies, runFamilies, suiteFamilies } from './run-families.ts';

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

function familyLines({ name, type, unit, help, samples }: Family, lang: Lang): string[] {
  return [
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${escaped(help[lang])}`,
    ...samples.map(({ suffix = '', labels, value, at }) =>
      [name + suffix + labelText(labels), value, Date.parse(at) / 1000].join(' '),
    ),
  ];
}

/**
 * A run as OpenMetrics text. Each sample has the time at which its part of the run ended, so that runs of the past can be
 * given to a monitoring system, too.
 */
export function renderOpenMetrics(records: Records, lang: Lang): string {
  const { suite, load, secondLoad, faults } = records;
  const loads = [load, secondLoad].filter((one) => one !== undefined);
  const families = [
    ...runFamilies([...(suite ? [suite] : []), ...loads, ...(faults ? [faults] : [])]),
    ...(suite ? suiteFamilies(suite) : []),
    ...loadFamilies(loads),
    ...(faults ? faultsFamilies(faults) : []),
  ];
  const lines = families.filter(({ samples }) => samples.length > 0).flatMap((one) => familyLines(one, lang));
  return `${[...lines, '# EOF'].join('\n')}\n`;
}
