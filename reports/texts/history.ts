import type { Text } from '../../contracts/text.ts';

/** What is told of many runs over time. */
export const historyTexts = {
  history: { en: 'History', zh: '历史' },
  historySubject: {
    en: '{folder}: {runs} runs, {first} to {last}',
    zh: '{folder}：{runs} 次运行，{first} 至 {last}',
  },
  historyRose: {
    en: '{metric} rose by {share} on {day}: {from} → {to}',
    zh: '{day} 起{metric}上升 {share}：{from} → {to}',
  },
  historyFell: {
    en: '{metric} fell by {share} on {day}: {from} → {to}',
    zh: '{day} 起{metric}下降 {share}：{from} → {to}',
  },
  historyInterval: {
    en: '95 % interval of the change: {low} to {high}; {runs} runs since, of {all}',
    zh: '变化的 95% 区间：{low} 至 {high}；此后 {runs} 次运行，共 {all} 次',
  },
  historyTogether: { en: 'With the same run: {changes}', zh: '同一次运行起：{changes}' },
  historyShift: { en: '{metric} {shift}', zh: '{metric} {shift}' },
  historyBroken: {
    en: 'The contract is broken since {day} (runs since then: {runs})',
    zh: '自 {day} 起不符合契约（此后运行 {runs} 次）',
  },
  historyBrokenAlways: {
    en: 'The contract is broken in all {runs} runs',
    zh: '全部 {runs} 次运行的契约都不符合',
  },
  historyKept: {
    en: 'The contract is kept again since {day} (runs since then: {runs})',
    zh: '自 {day} 起恢复符合契约（此后运行 {runs} 次）',
  },
  historySteady: { en: 'No change in {runs} runs since {day}', zh: '自 {day} 以来 {runs} 次运行没有变化' },
  historyTooFew: {
    en: '{runs} runs that compare: a change shows from {least} on',
    zh: '可比较的运行有 {runs} 次：至少 {least} 次才能判断变化',
  },
  historyTrack: { en: '{name}: {text}', zh: '{name}：{text}' },
  historyMore: { en: '{count} more, below', zh: '另有 {count} 组，见下文' },
  historySuites: { en: 'suites', zh: '契约测试' },
  historyFaults: { en: 'faults', zh: '故障矩阵' },
  historyLoad: { en: 'load {scenario}', zh: '负载 {scenario}' },
  historyCases: { en: '{count} cases', zh: '{count} 个用例' },
  historySized: { en: 'batch size {size}', zh: '批大小 {size}' },
  historyUnit: { en: '{name}, {unit}', zh: '{name}，{unit}' },
  historyPart: { en: '{name}, {part}', zh: '{name}（{part}）' },
  historyShard: { en: 'shard {current} of {total}', zh: '分片 {current}/{total}' },
  historyChanges: { en: 'Changes', zh: '变化' },
  historyChangesMore: {
    en: '{count} earlier ones are in the output of --json.',
    zh: '另有更早的 {count} 处，见 --json 的输出。',
  },
  historyNoChanges: { en: 'No change of level was found.', zh: '未发现水平变化。' },
  historyFrom: { en: 'from', zh: '起始' },
  historyWhat: { en: 'what', zh: '指标' },
  historyChange: { en: 'change', zh: '变化' },
  historyConfidence: { en: '95 % interval', zh: '95% 区间' },
  historyLevels: { en: 'median before → since', zh: '此前 → 此后中位数' },
  historySince: { en: 'runs since', zh: '此后次数' },
  historyToolkit: { en: 'toolkit', zh: '工具版本' },
  historyTrends: { en: 'Trends', zh: '趋势' },
  historyTrendsNote: {
    en: 'Grey: the runs. Blue: the median of each level. Hollow: not valid, interrupted or a lower bound only; never used. A dashed line is a change. Times are UTC.',
    zh: '灰色：各次运行；蓝色：各水平的中位数；空心：无效、被中断或只是下限，不参与判断；虚线：变化点。时间为 UTC。',
  },
  historyFolded: {
    en: 'Of very many runs, a point of the grey line and a ring stand for the median of several.',
    zh: '运行很多时，灰线上的一点或一个圆圈代表若干次运行的中位数。',
  },
  historySeriesMore: {
    en: '{count} more series are in the output of --json.',
    zh: '另有 {count} 个序列，见 --json 的输出。',
  },
  historyRuns: { en: 'Runs', zh: '运行' },
  historyRunsBounded: {
    en: 'The latest {shown} of {all}; --json has all of them.',
    zh: '仅列出最近 {shown} 次，共 {all} 次；--json 输出全部。',
  },
  historyUnsound: { en: '○ not valid, interrupted or a lower bound only', zh: '○ 无效、被中断或只是下限' },
  historyDate: { en: 'started', zh: '开始时间' },
  historyCommit: { en: 'commit', zh: '提交' },
  historyVerdict: { en: 'contract', zh: '契约' },
  historyOthers: { en: 'Further series', zh: '其他序列' },
  historyOthersNote: {
    en: 'Runs of another target, plan or machine do not compare, and have a series of their own.',
    zh: '目标、计划或机器不同的运行不可比较，各自成为一个序列。',
  },
  historyOthersBounded: { en: '{count} more are not shown.', zh: '另有 {count} 个未列出。' },
  historyCommon: { en: 'in common', zh: '共同条件' },
  historyReading: { en: 'reading records: {done} of {all}', zh: '读取运行记录：{done}/{all}' },
  historyLatest: { en: 'latest', zh: '最近一次' },
  historyCount: { en: 'runs', zh: '次数' },
  historyLeftOut: { en: 'Left out', zh: '未计入' },
  historyLeftOutNote: {
    en: '{count} files could not be taken as records; all others were.',
    zh: '有 {count} 个文件不能作为运行记录读取，其余均已计入。',
  },
  historyFile: { en: 'file', zh: '文件' },
  historyReason: { en: 'why', zh: '原因' },
  historyMethod: { en: 'How a change is found', zh: '变化如何判断' },
  historyMethodDetail: {
    en: "A series of {least} sound values at least is split where van der Waerden's rank statistic differs most, in the whole of it and in fixed overlapping parts (seeded intervals; the narrowest part first). Among 500 series without a change one gets a mark. The size is the median of all differences between the runs before and since (Hodges and Lehmann), with the interval of Mann and Whitney; the first run of a new level may be off by one or two.",
    zh: '序列至少有 {least} 个有效值时，在整段及固定的重叠子段内（seeded intervals，最窄的子段优先）取 van der Waerden 秩统计量差异最大处为变化点。500 个没有变化的序列中约有 1 个会被误标。变化幅度为前后各次运行之差的中位数（Hodges–Lehmann），区间按 Mann–Whitney 给出；新水平的起始运行可能有一两次的偏差。',
  },
  historyLevelFrom: { en: 'from', zh: '从' },
  historyLevelTo: { en: 'to', zh: '至' },
  historyMedian: { en: 'median', zh: '中位数' },
  historyLeastMost: { en: 'least – most', zh: '最小 – 最大' },
  historyNothingSound: { en: 'no sound value', zh: '没有有效值' },
} as const satisfies Record<string, Text>;

/** What is followed, as the subject of a sentence. */
export const metricTexts = {
  capacity: { en: 'Capacity', zh: '容量' },
  best: { en: 'Best throughput', zh: '最高吞吐' },
  devices: { en: 'Throughput', zh: '吞吐' },
  p50: { en: 'p50', zh: 'p50' },
  p95: { en: 'p95', zh: 'p95' },
  p99: { en: 'p99', zh: 'p99' },
  recovery: { en: 'Recovery after the spike', zh: '突增后的恢复时间' },
  fixedMs: { en: 'Fixed cost of a call', zh: '单次调用固定成本' },
  perDeviceMs: { en: 'Cost of a device', zh: '每台设备成本' },
  peak: { en: 'Peak of the scalability curve', zh: '可扩展性曲线峰值' },
  failedCases: { en: 'Failed cases', zh: '失败用例' },
  findings: { en: 'Cases against a rule', zh: '违反规则的用例' },
  coverage: { en: 'Coverage', zh: '覆盖率' },
  missedFaults: { en: 'Missed faults', zh: '漏检的故障' },
  duration: { en: 'Time of the run', zh: '运行时长' },
} as const satisfies Record<string, Text>;

/** Units, as they stand after a value; of shares and counts there is none. */
export const metricUnits = {
  devicesPerSecond: { en: 'devices/s', zh: '台/秒' },
  requestsPerSecond: { en: 'requests/s', zh: '请求/秒' },
  ms: { en: 'ms', zh: 'ms' },
  seconds: { en: 's', zh: '秒' },
  percent: { en: '', zh: '' },
  count: { en: '', zh: '' },
} as const satisfies Record<string, Text>;
