import { describe, expect, test } from 'vitest';
import type { LoadRecord } from '../../../contracts/record.ts';
import { langs } from '../../../contracts/text.ts';
import { missedFaults } from '../../sample-faults.ts';
import { brokenSuite, keptSuite } from '../../sample-suites.ts';
import { brokenLoad, keptLoad, rateLoad } from '../../sample-sweeps.ts';
import { missedLoad, mixedSuite } from '../sample-mixed.ts';
import { renderOpenMetrics } from './openmetrics.ts';

interface Exposed {
  readonly type: string;
  readonly samples: Map<string, number>;
}

// The grammar of OpenMetrics 1.0.
const name = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const number = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const value = `${number}|[+-]?inf(?:inity)?|nan`;
const escaped = String.raw`(?:\\[^\n]|[^"\n\\])*`;
const label = `[a-zA-Z_][a-zA-Z0-9_]*="${escaped}"`;
const descriptor = new RegExp(`^# (TYPE|UNIT|HELP) (${name}) (${escaped})$`);
const sample = new RegExp(
  `^(${name})(?:\\{((?:${label}(?:,${label})*)?)\\})? (${value})(?: (${number}))?$`,
  'i',
);
const suffixes: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total', '_created'],
  summary: ['', '_count', '_sum', '_created'],
  gauge: [''],
  info: ['_info'],
};

/** What a text exposes, by the standard to the letter: anything else throws. */
function parse(text: string): Map<string, Exposed> {
  if (!text.endsWith('# EOF\n')) throw new Error('no end');
  const families = new Map<string, Exposed>();
  let current = '';
  for (const line of text.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1)) {
    const described = descriptor.exec(line);
    if (described) {
      const [, word, family = '', content = ''] = described;
      if (word === 'TYPE') {
        if (families.has(family)) throw new Error(`${family} is interleaved`);
        if (!suffixes[content]) throw new Error(`type ${content}`);
        families.set(family, { type: content, samples: new Map() });
        current = family;
      } else if (family !== current || (families.get(family)?.samples.size ?? 1) > 0) throw new Error(line);
      if (word === 'UNIT' && !family.endsWith(`_${content}`)) throw new Error(`unit ${content} of ${family}`);
      continue;
    }
    const found = sample.exec(line);
    const family = families.get(current);
    if (!found || !family) throw new Error(`not in the grammar: ${line}`);
    const [, metric = '', labels = '', measured = ''] = found;
    const suffix = metric.slice(current.length);
    if (!metric.startsWith(current) || !suffixes[family.type]?.includes(suffix))
      throw new Error(`${metric} in ${current}`);
    const names = [...labels.matchAll(/(\w+)="/g)].map(([, one]) => one);
    if (new Set(names).size !== names.length) throw new Error(`a label twice: ${line}`);
    if (family.type === 'summary' && (suffix === '') !== names.includes('quantile')) throw new Error(line);
    if (family.type === 'info' && measured !== '1') throw new Error(line);
    if (family.type === 'counter' && Number(measured) < 0) throw new Error(line);
    const key = `${metric}{${labels}}`;
    if (family.samples.has(key)) throw new Error(`twice: ${key}`);
    family.samples.set(key, Number(measured));
  }
  return families;
}

const all = { suite: mixedSuite, load: missedLoad, secondLoad: rateLoad, faults: missedFaults };

test('a run with all its parts', async () => {
  const text = renderOpenMetrics(all, 'en');
  expect([...parse(text).keys()]).toContain('pkdk_load_latency_seconds');
  await expect(text).toMatchFileSnapshot('../../golden/all.openmetrics.snap');
});

describe('the standard takes it', () => {
  const hostile = 'a"b\\c\nd{e="f"} 设备\u202E';
  const capacity: LoadRecord = {
    ...rateLoad,
    scenario: 'capacity',
    capacity: {
      slo: 'p99<250ms',
      perSize: [
        { batchSize: 1, requestsPerSecond: 900, interval: { low: 880 }, limitedBy: 'maxRate', probes: [] },
        { batchSize: 10, limitedBy: 'service', probes: [] },
      ],
    },
  };
  test.each([
    ['a kept contract', { suite: keptSuite, load: keptLoad }],
    ['a broken one', { suite: brokenSuite, load: brokenLoad, faults: missedFaults }],
    ['a capacity', { load: capacity, secondLoad: keptLoad }],
    ['nothing', {}],
    ['a hostile name', { load: { ...keptLoad, target: { ...keptLoad.target, url: hostile } } }],
  ])('of %s', (_name, records) => {
    for (const lang of langs) expect(() => parse(renderOpenMetrics(records, lang))).not.toThrow();
  });

  test('and what is wrong, it does not', () => {
    const text = renderOpenMetrics({ load: keptLoad }, 'en');
    for (const wrong of [
      text.replace('# EOF', ''),
      text.replace('# UNIT pkdk_run_duration_seconds seconds', '# UNIT pkdk_run_duration_seconds ms'),
      text.replace('pkdk_run_info{', 'pkdk_run{'),
      text.replace(/^(pkdk_run_duration.*)$/m, '$1\n$1'),
      text.replace('target="', 'tar-get="'),
    ])
      expect(() => parse(wrong)).toThrow();
  });

  test('with base units: seconds, and rates as they are', () => {
    const families = parse(renderOpenMetrics({ load: keptLoad }, 'en'));
    const [point] = keptLoad.points;
    const labels = 'target="https://staging.example.com",scenario="sweep",batch_size="1",connections="10"';
    const of = (family: string, key: string) => families.get(family)?.samples.get(key);
    expect(of('pkdk_load_latency_seconds', `pkdk_load_latency_seconds{${labels},quantile="0.99"}`)).toBe(
      (point?.latencyMs?.p99 ?? 0) / 1000,
    );
    expect(of('pkdk_load_devices_per_second', `pkdk_load_devices_per_second{${labels}}`)).toBe(
      point?.devicesPerSecond,
    );
  });
});
