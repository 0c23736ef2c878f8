import type { Case, FaultsRecord, RunRecord, SuiteRecord } from '../../../contracts/record.ts';
import { ruleGroups } from '../../contract-page/rule-groups.ts';
import { countCases } from '../../model.ts';
import type { Family, Sample } from './families.ts';

/** What was run, how it can be told from others, and how long it took. */
export function runFamilies(records: readonly RunRecord[]): Family[] {
  const partOf = (record: RunRecord) => (record.kind === 'load' ? `load ${record.scenario}` : record.kind);
  return [
    {
      name: 'pkdk_run',
      type: 'info',
      help: { en: 'A part of a run', zh: '一次运行的组成部分' },
      samples: records.map((record) => ({
        suffix: '_info',
        labels: {
          part: partOf(record),
          run: record.id,
          target: record.target.url,
          seed: record.seed,
          version: record.tool.version,
          commit: record.tool.commit ?? '',
          node: record.tool.node,
        },
        value: 1,
        at: record.finishedAt,
      })),
    },
    {
      name: 'pkdk_run_duration_seconds',
      type: 'gauge',
      unit: 'seconds',
      help: { en: 'How long a part of a run took', zh: '该部分的时长' },
      samples: records.map((record) => ({
        labels: { part: partOf(record), target: record.target.url },
        value: (Date.parse(record.finishedAt) - Date.parse(record.startedAt)) / 1000,
        at: record.finishedAt,
      })),
    },
  ];
}

const statuses: readonly Case['status'][] = ['passed', 'failed', 'known', 'skipped', 'interrupted'];

/** What the suites came to. */
export function suiteFamilies(suite: SuiteRecord): Family[] {
  const { cases, coverage, traffic, finishedAt: at } = suite;
  const target = suite.target.url;
  const counts = countCases(cases);
  const one = (value: number, suffix?: Sample['suffix']): Sample[] => [
    { ...(suffix && { suffix }), labels: { target }, value, at },
  ];
  return [
    {
      name: 'pkdk_cases',
      type: 'gauge',
      help: { en: 'Cases of the suites by status', zh: '各状态的用例数' },
      samples: statuses.map((status) => ({ labels: { target, status }, value: counts[status], at })),
    },
    {
      name: 'pkdk_broken_cases',
      type: 'gauge',
      help: { en: 'Cases in which a rule was violated', zh: '违反某规则的用例数' },
      samples: ruleGroups(suite).map(({ rule, cases: value }) => ({ labels: { target, rule }, value, at })),
    },
    {
      name: 'pkdk_coverage_ratio',
      type: 'gauge',
      unit: 'ratio',
      help: { en: 'Share of the points of the contract that were covered', zh: '已覆盖的契约要点占比' },
      samples: coverage.total > 0 ? one(coverage.covered / coverage.total) : [],
    },
    {
      name: 'pkdk_suite_requests',
      type: 'counter',
      help: { en: 'Calls of the cases', zh: '用例发出的调用数' },
      samples: one(traffic.requests, '_total'),
    },
    {
      name: 'pkdk_suite_throttled',
      type: 'counter',
      help: { en: 'Answers with HTTP 429', zh: 'HTTP 429 应答数' },
      samples: one(traffic.throttled, '_total'),
    },
  ];
}

/** What the matrix of faults came to. */
export function faultsFamilies({ rows, target, finishedAt: at }: FaultsRecord): Family[] {
  const names = [...new Set(rows.map(({ kind, verdict }) => `${kind} ${verdict}`))].sort();
  const samples = names.map((name) => {
    const [kind = '', verdict = ''] = name.split(' ');
    const value = rows.filter((row) => row.kind === kind && row.verdict === verdict).length;
    return { labels: { target: target.url, kind, verdict }, value, at };
  });
  const help = { en: 'Faults and correct variants by what became of them', zh: '各结果的故障与正确变体数' };
  return [{ name: 'pkdk_faults', type: 'gauge', help, samples }];
}
