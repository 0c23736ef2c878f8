import type { Lang, Text } from '../contracts/text.ts';

/** The value of the `lang` attribute, and the locale of numbers and dates. */
export const languageTags: Readonly<Record<Lang, string>> = { en: 'en', zh: 'zh-CN' };

/** Everything that a report says by itself. */
export const texts = {
  listSeparator: { en: ', ', zh: '、' },
  labelled: { en: '{label}: {value}', zh: '{label}：{value}' },

  // verdict
  kept: { en: 'Contract kept', zh: '符合契约' },
  broken: { en: 'Contract broken', zh: '违反契约' },
  incomplete: { en: 'Not complete', zh: '检查未完成' },
  interruptedRun: {
    en: 'The run was interrupted: this report covers what was done until then.',
    zh: '运行被中断：本报告只包含中断之前完成的部分。',
  },
  nothingChecked: { en: 'No answer was checked.', zh: '没有检查到任何应答。' },
  brokenUnderLoad: {
    en: '{count} answers violated the contract under load.',
    zh: '压测中有 {count} 个应答违反契约。',
  },
  brokenRules: { en: 'Broken: {rules}', zh: '违反的规则：{rules}' },
  best: {
    en: 'Batch size {size} carries the most: {devices} devices/s',
    zh: '批大小 {size} 承载最多：每秒 {devices} 台设备',
  },
  bestDetail: {
    en: 'Batch size {size}: {requests} requests/s over {connections} connections, p50 {p50} ms, p99 {p99} ms',
    zh: '批大小 {size}：每秒 {requests} 个请求，{connections} 个连接，p50 {p50} ms，p99 {p99} ms',
  },
  noBest: { en: 'No batch size was measured validly', zh: '没有任何批大小得到有效测量' },
  atLeast: {
    en: 'Batch size {size} carries at least {devices} devices/s: there the load generator was the limit, not the service.',
    zh: '批大小 {size} 至少可承载每秒 {devices} 台设备：此处的瓶颈是压测端，而不是服务。',
  },
  measuredSizes: {
    en: '{measured} of {planned} batch sizes measured',
    zh: '已测量 {measured}/{planned} 个批大小',
  },

  // contract
  contract: { en: 'Contract', zh: '契约检查' },
  suite: { en: 'Suite', zh: '套件' },
  case: { en: 'Case', zh: '用例' },
  cases: { en: 'Cases', zh: '用例数' },
  casesDetail: { en: 'Cases: {counts}', zh: '用例：{counts}' },
  notRun: {
    en: '{count} of {planned} cases did not run: the suites stop after many failures; --max-failures 0 runs all.',
    zh: '{planned} 个用例中有 {count} 个未运行：失败过多时会停止；--max-failures 0 可运行全部。',
  },
  shardDetail: {
    en: 'This is shard {current} of {total}; `pkdk merge` makes one report of all.',
    zh: '这是第 {current} 片，共 {total} 片；用 `pkdk merge` 合并为一份报告。',
  },
  total: { en: 'Total', zh: '合计' },
  time: { en: 'Time', zh: '用时' },
  status: { en: 'Status', zh: '状态' },
  reason: { en: 'Reason', zh: '原因' },
  passed: { en: 'passed', zh: '通过' },
  failed: { en: 'failed', zh: '失败' },
  skipped: { en: 'skipped', zh: '跳过' },
  interrupted: { en: 'interrupted', zh: '中断' },
  failedCases: { en: 'Failed cases', zh: '失败的用例' },
  skippedCases: { en: 'Skipped cases', zh: '跳过的用例' },
  allCases: { en: 'All cases', zh: '全部用例' },
  noReason: { en: 'no reason given', zh: '未说明原因' },
  notes: { en: 'Drift and observations', zh: '漂移与观察' },
  notesIntro: {
    en: 'Undocumented or silent in the published page; nothing is broken.',
    zh: '文档中未列出或未说明的事实，不构成违反契约。',
  },
  coverageDetail: {
    en: 'Coverage of the contract: {covered} of {total} points',
    zh: '契约覆盖：{total} 个要点中覆盖了 {covered} 个',
  },
  notCovered: { en: 'Not covered', zh: '未覆盖' },
  notCoveredIntro: {
    en: 'Points of the contract that nothing sent or received in this run has shown.',
    zh: '本次运行发送与接收的内容均未体现的契约要点。',
  },
  coveragePoint: { en: 'Point', zh: '要点' },
  nothingLacked: { en: 'no case covered it', zh: '没有用例覆盖' },
  rule: { en: 'Rule', zh: '规则' },
  where: { en: 'Where', zh: '位置' },
  finding: { en: 'Finding', zh: '发现' },
  wholeAnswer: { en: 'whole answer', zh: '整个应答' },
  violation: { en: 'violation', zh: '违反' },
  drift: { en: 'drift', zh: '漂移' },
  observation: { en: 'observation', zh: '观察' },
  testMessage: { en: 'Message of the test', zh: '测试输出' },
  more: { en: '{count} more are in record.json', zh: '另有 {count} 条，见 record.json' },

  // exchange
  exchange: { en: 'Exchange {id}', zh: '交换 {id}' },
  seedIndex: { en: 'seed {seed}, index {index}', zh: '种子 {seed}，序号 {index}' },
  curl: { en: 'Repeat it', zh: '重放' },
  requestBody: { en: 'Request body', zh: '请求体' },
  answerBody: { en: 'Answer body', zh: '应答体' },
  noAnswer: { en: 'no answer', zh: '无应答' },
  empty: { en: 'empty', zh: '空' },
  shortened: {
    en: '… {count} more characters, all of them in record.json',
    zh: '……其余 {count} 个字符见 record.json',
  },

  // load
  load: { en: 'Load', zh: '压测' },
  loadExamples: { en: 'What went wrong under load', zh: '压测中的异常示例' },
  devicesChart: { en: 'Devices per second by batch size', zh: '各批大小的每秒设备数' },
  latencyChart: { en: 'Latency by batch size, ms', zh: '各批大小的延迟（ms）' },
  latencyChartLog: { en: 'Latency by batch size, ms, logarithmic', zh: '各批大小的延迟（ms，对数刻度）' },
  pointsTable: { en: 'Measured points', zh: '测量点' },
  throughput: { en: 'Throughput', zh: '吞吐' },
  latency: { en: 'Latency, ms', zh: '延迟（ms）' },
  answers: { en: 'Answers', zh: '应答' },
  generator: { en: 'Generator', zh: '压测端' },
  batchSize: { en: 'Batch size', zh: '批大小' },
  devicesPerSecond: { en: 'Devices/s', zh: '设备/秒' },
  requestsPerSecond: { en: 'Requests/s', zh: '请求/秒' },
  max: { en: 'max', zh: '最大' },
  sent: { en: 'Sent', zh: '已发送' },
  outcomes: { en: 'Outcomes', zh: '结果' },
  codes: { en: 'Codes', zh: '业务码' },
  cpu: { en: 'CPU', zh: 'CPU' },
  loopDelay: { en: 'Loop delay, ms', zh: '循环延迟（ms）' },
  littlesLaw: { en: "Little's law", zh: '利特尔定律' },
  generatorNote: {
    en: "CPU: share of one core. Loop delay: 99th percentile of the event loop's delay. Little's law: requests/s × mean latency ÷ connections, 1 when the books agree.",
    zh: 'CPU：占单核的比例。循环延迟：事件循环延迟的 p99。利特尔定律：请求/秒 × 平均延迟 ÷ 连接数，账目吻合时为 1。',
  },
  verdict: { en: 'Verdict', zh: '判定' },
  valid: { en: 'valid', zh: '有效' },
  bestPoint: { en: 'best', zh: '最佳' },
  'generator-limited': { en: 'generator-limited', zh: '受限于压测端' },
  atLeastShort: { en: 'at least', zh: '至少' },
  refused: { en: 'refused', zh: '被拒' },
  why: { en: 'Batch size {size} ({verdict}): {why}', zh: '批大小 {size}（{verdict}）：{why}' },
  noPoints: { en: 'No point was measured.', zh: '没有测量点。' },

  // faults
  faults: { en: 'Faults', zh: '故障' },
  faultsKept: { en: 'Every fault caught, no false alarm', zh: '所有故障均被发现，没有误报' },
  faultsBroken: { en: 'Faults missed, or false alarms', zh: '有故障未被发现或出现误报' },
  faultsDetail: {
    en: '{caught} of {faults} faults caught by the rule that must; {passed} of {variants} correct variants passed; {requests} requests',
    zh: '{faults} 个故障中有 {caught} 个被对应规则发现；{variants} 个正确变体中有 {passed} 个通过；共 {requests} 个请求',
  },
  faultsIntro: {
    en: 'A number is how many cases failed and named the rule; the rule that must is framed. Cheapest: requests of the shortest case that does.',
    zh: '数字为失败且指明该规则的用例数；必须发现的规则加框。最少请求：能发现它的最短用例所用的请求数。',
  },
  fault: { en: 'Fault', zh: '故障' },
  variant: { en: 'Correct variant', zh: '正确变体' },
  requests: { en: 'Requests', zh: '请求数' },
  cheapest: { en: 'Cheapest', zh: '最少请求' },
  caught: { en: 'caught', zh: '已发现' },
  misnamed: { en: 'wrong rule', zh: '规则不符' },
  missed: { en: 'missed', zh: '未发现' },
  falseAlarm: { en: 'false alarm', zh: '误报' },
  caughtBy: { en: 'What caught what', zh: '由哪些用例发现' },
  moreCases: { en: 'and {count} more', zh: '另有 {count} 个' },

  // run
  run: { en: 'Run', zh: '运行信息' },
  command: { en: 'Command', zh: '重跑命令' },
  target: { en: 'Target', zh: '目标' },
  referenceService: { en: 'embedded reference service', zh: '内置参考服务' },
  seed: { en: 'Seed', zh: '种子' },
  started: { en: 'Started', zh: '开始时间' },
  duration: { en: 'Duration', zh: '时长' },
  plan: { en: 'Plan', zh: '计划' },
  planDetail: {
    en: 'batch sizes {sizes}; {connections} connections; {duration} each after {warmup} of warm-up; timeout {timeout}',
    zh: '批大小 {sizes}；{connections} 个连接；每个测量 {duration}，预热 {warmup}；超时 {timeout}',
  },
  settings: { en: 'Settings', zh: '设置' },
  versions: { en: 'Versions', zh: '版本' },
  machine: { en: 'Machine', zh: '机器' },
  machineDetail: { en: '{cpu}, {cores} cores, {memory}', zh: '{cpu}，{cores} 核，{memory}' },
  id: { en: 'Run id', zh: '运行编号' },
} as const satisfies Record<string, Text>;

export type TextKey = keyof typeof texts;
