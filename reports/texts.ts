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
  keptButKnown: {
    en: 'Contract kept, but for known failures: {count}',
    zh: '除 {count} 个已知失败外，符合契约',
  },
  incomplete: { en: 'Not complete', zh: '检查未完成' },
  interruptedRun: {
    en: 'The run was interrupted: this report covers what was done until then.',
    zh: '运行被中断：本报告只包含中断之前完成的部分。',
  },
  mostSkipped: { en: 'Skipped, {count} of them: {reason}', zh: '其中 {count} 个跳过：{reason}' },
  lostTarget: {
    en: 'The target stopped answering in the middle of the run: this report covers what was done until then.',
    zh: '运行途中被测服务不再应答：本报告只包含此前完成的部分。',
  },
  lostToken: {
    en: 'The token was no longer taken in the middle of the run, and no other could be had: this report covers what was done until then.',
    zh: '运行途中 token 失效且无法更换：本报告只包含此前完成的部分。',
  },
  otherProblems: {
    en: 'Cases that failed, but not because of the contract: {problems}',
    zh: '与契约无关的失败用例：{problems}',
  },
  environment: { en: 'environment', zh: '环境' },
  credentials: { en: 'credentials', zh: '登录凭据' },
  toolkit: { en: "the toolkit's own defect", zh: '本工具自身的缺陷' },
  throttledRun: {
    en: 'The target answered HTTP 429 {count} times; the run waited {seconds} s for it.',
    zh: '被测服务返回了 {count} 次 HTTP 429；运行为此等待了 {seconds} 秒。',
  },
  renewedTokens: { en: 'The token was renewed {count} times.', zh: 'token 更换了 {count} 次。' },
  nothingChecked: { en: 'No answer was checked.', zh: '没有检查到任何应答。' },
  brokenUnderLoad: {
    en: '{count} answers violated the contract under load.',
    zh: '压测中有 {count} 个应答违反契约。',
  },
  brokenRules: { en: 'Broken: {rules}', zh: '违反的规则：{rules}' },
  soonToExpire: { en: 'Known failures about to expire: {list}', zh: '即将到期的已知失败：{list}' },
  best: {
    en: 'Batch size {size} carries the most: {devices} devices/s',
    zh: '批大小 {size} 承载最多：每秒 {devices} 台设备',
  },
  bestDetail: {
    en: 'Batch size {size}: {requests} requests/s over {connections} connections, p50 {p50} ms, p99 {p99} ms',
    zh: '批大小 {size}：每秒 {requests} 个请求，{connections} 个连接，p50 {p50} ms，p99 {p99} ms',
  },
  bestRate: {
    en: 'Batch size {size} at {rate} requests/s: p99 {p99} ms',
    zh: '批大小 {size}，每秒 {rate} 个请求：p99 为 {p99} ms',
  },
  bestRateDetail: {
    en: 'Batch size {size}: {devices} devices/s; from the planned moment p50 {p50} ms, p99 {p99} ms; from the sending p99 {serviceP99} ms',
    zh: '批大小 {size}：每秒 {devices} 台设备；自计划时刻起 p50 {p50} ms，p99 {p99} ms；自发送时刻起 p99 {serviceP99} ms',
  },
  rampCarried: {
    en: 'Batch size {size}: carried up to {rate} requests/s (p99 {p99} ms there), no longer {failed}',
    zh: '批大小 {size}：可承载至每秒 {rate} 个请求（此时 p99 为 {p99} ms），到 {failed} 个时已无法承载',
  },
  rampAll: {
    en: 'Batch size {size}: carried all of the ramp, up to {rate} requests/s (p99 {p99} ms there)',
    zh: '批大小 {size}：承载了整个变速过程，最高每秒 {rate} 个请求（此时 p99 为 {p99} ms）',
  },
  rampNone: {
    en: 'Batch size {size}: no step of the ramp was carried, or measured validly',
    zh: '批大小 {size}：没有任何一步被承载或得到有效测量',
  },
  back: {
    en: 'Batch size {size}: back {time} after a spike of {rate} requests/s',
    zh: '批大小 {size}：突增至每秒 {rate} 个请求，结束后 {time} 恢复',
  },
  backAtOnce: {
    en: 'Batch size {size}: back at once after a spike of {rate} requests/s',
    zh: '批大小 {size}：突增至每秒 {rate} 个请求，结束后立即恢复',
  },
  notBack: {
    en: 'Batch size {size}: not back within {watched} after a spike of {rate} requests/s',
    zh: '批大小 {size}：突增至每秒 {rate} 个请求，结束后 {watched} 内未恢复',
  },
  recoveryUnknown: {
    en: 'Batch size {size}: how long the recovery took is not known, since the time before the spike was not measured validly',
    zh: '批大小 {size}：突增前未得到有效测量，无法得出恢复时间',
  },
  partLatencies: { en: 'Batch size {size}, p99: {parts}', zh: '批大小 {size}，p99：{parts}' },
  backMeans: {
    en: 'Back: for {held}, at most 5 % of the requests take longer than {limit} ms, which is the p95 before the spike and a quarter, at least 1 ms',
    zh: '恢复的含义：连续 {held} 内，耗时超过 {limit} ms 的请求不多于 5%；该值为突增前的 p95 加四分之一（至少 1 ms）',
  },
  unknownNumber: { en: 'not known', zh: '未知' },
  thresholdHolds: {
    en: 'Threshold {objective} holds: {measured} at worst ({where})',
    zh: '阈值 {objective} 成立：最差为 {measured}（{where}）',
  },
  thresholdMissed: {
    en: 'Threshold {objective} does not hold: {measured} ({where})',
    zh: '阈值 {objective} 不成立：{measured}（{where}）',
  },
  thresholdUnsure: {
    en: 'Threshold {objective} is not decided: {measured} ({where}), but the load generator was its own limit there',
    zh: '阈值 {objective} 无法判定：{measured}（{where}），但该处受限于压测端自身',
  },
  thresholdUnknown: {
    en: 'Threshold {objective} does not hold: no point was measured',
    zh: '阈值 {objective} 不成立：没有测量点',
  },
  allHold: { en: 'All {total} thresholds hold', zh: '{total} 个阈值全部成立' },
  someMissed: {
    en: '{missed} of {total} thresholds do not hold',
    zh: '{total} 个阈值中有 {missed} 个不成立',
  },
  abortedRun: {
    en: 'The run was stopped by --abort-on {objective}: {measured} over the last {requests} requests. This report covers what was done until then.',
    zh: '运行因 --abort-on {objective} 而停止：最近 {requests} 个请求为 {measured}。本报告只包含此前完成的部分。',
  },
  sentLate: {
    en: 'Batch size {size}: the load generator was late itself; the service is not slower than measured.',
    zh: '批大小 {size}：压测端自身滞后；服务的实际延迟不高于测得的值。',
  },
  latencyRises: {
    en: 'Latency rises by {change} % an hour (95 %: {low} to {high} %), from about {level} ms',
    zh: '延迟每小时上升 {change}%（95% 区间：{low}%～{high}%），水平约 {level} ms',
  },
  latencyFalls: {
    en: 'Latency falls by {change} % an hour (95 %: {low} to {high} %), from about {level} ms',
    zh: '延迟每小时下降 {change}%（95% 区间：{low}%～{high}%），水平约 {level} ms',
  },
  latencyFlat: {
    en: 'No trend in latency: {low} to {high} % an hour (95 %) of about {level} ms',
    zh: '延迟没有趋势：每小时变化 {low}%～{high}%（95% 区间），水平约 {level} ms',
  },
  badRises: {
    en: 'Bad answers grow by {change} percentage points an hour (95 %: {low} to {high}), at {share} % of all.',
    zh: '异常应答占比每小时上升 {change} 个百分点（95% 区间：{low}～{high}），中位占比 {share}%。',
  },
  badFalls: {
    en: 'Bad answers change by {change} percentage points an hour (95 %: {low} to {high}), at {share} % of all.',
    zh: '异常应答占比每小时变化 {change} 个百分点（95% 区间：{low}～{high}），中位占比 {share}%。',
  },
  badFlat: {
    en: 'No trend in bad answers: {share} % of all.',
    zh: '异常应答占比没有趋势：中位占比 {share}%。',
  },
  trendNote: {
    en: "Trend: Sen's slope over {blocks} blocks of {seconds} s, tested after Mann and Kendall, allowing for the likeness of neighbours (Yue and Wang).",
    zh: '趋势：{blocks} 个 {seconds} 秒时间段的 Sen 斜率，以 Mann-Kendall 检验判定，并按 Yue-Wang 方法修正自相关。',
  },
  noTrend: { en: 'Nothing can be said of a trend: {why}', zh: '无法判断趋势：{why}' },
  renewedUnderLoad: {
    en: 'The token was renewed {count} times under load; calls refused with an old one: {refused}.',
    zh: '压测中 token 更换了 {count} 次；使用旧 token 而被拒的调用：{refused} 个。',
  },
  refusalCost: {
    en: 'A refusal costs up to {percent} of a valid call (batch size {size}, {token} token)',
    zh: '一次拒绝的开销最多为有效调用的 {percent}（批大小 {size}，token {token}）',
  },
  refusalDetail: {
    en: 'Batch size {size}, cost of a refusal in valid calls: {refusals}',
    zh: '批大小 {size}，拒绝相对有效调用的开销：{refusals}',
  },
  noRefusalCost: {
    en: 'What a refusal costs is not known: no batch size has both a valid call and a refusal that was right',
    zh: '无法得出拒绝的开销：没有任何批大小同时测得有效调用与正确的拒绝',
  },
  tokenState: { en: 'Token', zh: 'token' },
  planMix: { en: '; devices {mix}', zh: '；设备来源 {mix}' },
  noBest: { en: 'No batch size was measured validly', zh: '没有任何批大小得到有效测量' },
  atLeast: {
    en: 'Batch size {size} carries at least {devices} devices/s: there the load generator was the limit, not the service.',
    zh: '批大小 {size} 至少可承载每秒 {devices} 台设备：此处的瓶颈是压测端，而不是服务。',
  },
  measuredParts: {
    en: '{measured} of {planned} points measured',
    zh: '已测量 {measured}/{planned} 个测点',
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
  known: { en: 'known', zh: '已知' },
  skipped: { en: 'skipped', zh: '跳过' },
  interrupted: { en: 'interrupted', zh: '中断' },
  failedCases: { en: 'Failed cases', zh: '失败的用例' },
  knownCases: { en: 'Known failures', zh: '已知失败' },
  knownLine: {
    en: '{owner} · until {until} · {reason}',
    zh: '{owner} 负责 · 有效期至 {until} · {reason}',
  },
  daysLeft: { en: 'days left: {days}', zh: '剩余天数：{days}' },
  lastDay: { en: 'last day', zh: '最后一天' },
  skippedCases: { en: 'Skipped cases', zh: '跳过的用例' },
  allCases: { en: 'All cases', zh: '全部用例' },
  noReason: { en: 'no reason given', zh: '未说明原因' },
  notes: { en: 'Drift and observations', zh: '漂移与观察' },
  notesIntro: {
    en: 'Undocumented or silent in the published page; nothing is broken.',
    zh: '文档中未列出或未说明的事实，不构成违反契约。',
  },
  observed: { en: 'Where the page is silent', zh: '页面未说明之处' },
  observedIntro: {
    en: 'What the service does where the published page leaves it open. npm run contract -- observe <run> keeps it, and later runs tell what changed.',
    zh: '服务在页面未说明之处的实际行为。可用 npm run contract -- observe <run> 保存，以后的运行会指出变化。',
  },
  observedFact: { en: 'What', zh: '事项' },
  observedGroup: { en: '{group} × {count}', zh: '{group} × {count}' },
  seen: { en: 'Seen', zh: '本次' },
  before: { en: 'Before', zh: '之前' },
  changed: { en: 'changed', zh: '有变化' },
  changedFacts: { en: 'Changed observations: {facts}', zh: '观察结果有变化：{facts}' },
  changedFact: { en: '{fact} ({before} → {now})', zh: '{fact}（{before} → {now}）' },
  unsteadyFact: { en: '{fact} ({now})', zh: '{fact}（{now}）' },
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
  devicesAlong: { en: 'Devices per second in the course of the run', zh: '各阶段的每秒设备数' },
  latencyAlong: { en: 'Latency in the course of the run, ms', zh: '各阶段的延迟（ms）' },
  latencyAlongLog: {
    en: 'Latency in the course of the run, ms, logarithmic',
    zh: '各阶段的延迟（ms，对数刻度）',
  },
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
  offeredRate: { en: 'Offered/s', zh: '计划/秒' },
  overflow: { en: 'Not sent', zh: '未发送' },
  plannedLatency: { en: 'Latency from the planned moment, ms', zh: '自计划时刻起的延迟（ms）' },
  servicePercentile: { en: 'service {name}', zh: '服务 {name}' },
  serviceLatency: { en: 'From the sending, ms', zh: '自发送时刻起（ms）' },
  sendLag: { en: 'Send lag, ms', zh: '发送滞后（ms）' },
  constant: { en: 'evenly spaced', zh: '均匀到达' },
  poisson: { en: 'Poisson arrivals', zh: '泊松到达' },
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
  pacerNote: {
    en: 'CPU: share of one core, high even when idle, since waiting for a moment means asking the clock. Send lag: 99th percentile of the time from the planned moment to the sending; it is part of the latency. Requests/s: good answers that came within the window. Not sent: planned requests that fell due while too many were under way.',
    zh: 'CPU：占单核的比例；等待计划时刻需不断查询时钟，因此空闲时也偏高。发送滞后：从计划时刻到实际发送的时间（p99），已计入延迟。请求/秒：测量窗口内返回的正常应答。未发送：到期时未完成的请求已达上限，因而没有发出的请求。',
  },
  verdict: { en: 'Verdict', zh: '判定' },
  valid: { en: 'valid', zh: '有效' },
  bestPoint: { en: 'best', zh: '最佳' },
  'generator-limited': { en: 'generator-limited', zh: '受限于压测端' },
  'not-steady': { en: 'not steady', zh: '不平稳' },
  atLeastShort: { en: 'at least', zh: '至少' },
  sentLateShort: { en: 'late itself', zh: '压测端滞后' },
  refused: { en: 'refused', zh: '被拒' },
  why: { en: '{name} ({verdict}): {why}', zh: '{name}（{verdict}）：{why}' },
  sized: { en: 'Batch size {size}', zh: '批大小 {size}' },
  perSecond: { en: '{rate}/s', zh: '{rate}/秒' },
  phase: { en: 'Part', zh: '阶段' },
  beforeSpike: { en: 'before', zh: '突增前' },
  spike: { en: 'spike', zh: '突增' },
  afterSpike: { en: 'after', zh: '突增后' },
  costOfCall: { en: 'Cost of a call', zh: '单次调用的耗时' },
  cost: {
    en: 'A call costs {fixed} ms + {perDevice} ms a device',
    zh: '一次调用耗时 {fixed} ms，另加每台设备 {perDevice} ms',
  },
  costChart: { en: 'Time of a call by batch size, ms', zh: '各批大小的单次调用耗时（ms）' },
  costSure: {
    en: '95 % intervals: {fixed} ms, {perDevice} ms a device. R² {r2}.',
    zh: '95% 区间：固定部分 {fixed} ms，每台设备 {perDevice} ms。R² 为 {r2}。',
  },
  range: { en: '{low} to {high}', zh: '{low}～{high}' },
  costNote: {
    en: 'Medians of {calls} calls of each size, one after another, so that none waits for another. The line is that of repeated medians, which one odd size does not move.',
    zh: '每个批大小逐个调用 {calls} 次并取中位数，调用之间互不等待。直线用重复中位数法拟合，不受个别异常批大小的影响。',
  },
  wayLeftOut: {
    en: 'What each call took to be refused for want of a token is left out, {way} ms for the smallest: network, HTTP and this client.',
    zh: '已扣除同一调用因缺少 token 被拒所需的时间（最小批为 {way} ms），即网络、HTTP 与压测端自身的开销。',
  },
  wayIncluded: {
    en: 'The fixed part includes network, HTTP and this client: the service does not refuse calls without a token.',
    zh: '固定部分包含网络、HTTP 与压测端自身的开销：该服务不会拒绝缺少 token 的调用。',
  },
  noCost: { en: 'What a call costs is not known: {why}.', zh: '无法得出单次调用的耗时：{why}。' },
  connections: { en: 'Connections', zh: '连接数' },
  scalability: { en: 'Scalability', zh: '扩展性' },
  scalabilityChart: { en: 'Requests per second by connections', zh: '各连接数的每秒请求数' },
  scalabilityPeak: {
    en: 'Batch size {size}: throughput is highest over {connections} connections, {requests} requests/s',
    zh: '批大小 {size}：{connections} 个连接时吞吐量最高，每秒 {requests} 个请求',
  },
  extrapolatedPeak: {
    en: '{peak} (extrapolated: beyond 1.5 × the range that was measured)',
    zh: '{peak}（外推值：超出实测范围的 1.5 倍）',
  },
  scalesTo: {
    en: 'Batch size {size}: throughput does not fall with connections, and tends to {requests} requests/s',
    zh: '批大小 {size}：吞吐量不随连接数下降，趋近每秒 {requests} 个请求',
  },
  scalesWithoutEnd: {
    en: 'Batch size {size}: throughput grows in proportion to connections as far as was measured',
    zh: '批大小 {size}：在实测范围内，吞吐量与连接数成正比增长',
  },
  scalabilityNote: {
    en: 'Universal Scalability Law, 95 % intervals: contention α {alpha}, coherence β {beta}, γ {gamma} requests/s over one connection.',
    zh: '通用扩展性定律（USL），95% 区间：争用 α {alpha}，一致性开销 β {beta}，单连接 γ 每秒 {gamma} 个请求。',
  },
  withInterval: { en: '{value} ({range})', zh: '{value}（{range}）' },
  kneeNote: {
    en: 'The curve bends at {connections} connections (Kneedle), which is no capacity.',
    zh: '曲线在 {connections} 个连接处出现拐点（Kneedle），拐点不等于容量。',
  },
  noScalability: {
    en: 'How throughput grows with connections is not known: {why}.',
    zh: '无法得出吞吐量随连接数的变化：{why}。',
  },
  measuredMs: { en: 'Measured, ms', zh: '实测（ms）' },
  modelMs: { en: 'Model, ms', zh: '模型（ms）' },
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
  foundWarmup: { en: 'as much as it took', zh: '直至平稳' },
  planDetail: {
    en: 'batch sizes {sizes}; {connections} connections; {duration} each; warm-up: {warmup}; timeout {timeout}',
    zh: '批大小 {sizes}；{connections} 个连接；每个测量 {duration}，预热 {warmup}；超时 {timeout}',
  },
  ratePlanDetail: {
    en: 'batch sizes {sizes}; {rate} requests/s, {arrivals}; at most {maxInFlight} under way; {duration} each; warm-up: {warmup}; timeout {timeout}',
    zh: '批大小 {sizes}；每秒 {rate} 个请求，{arrivals}；同时未完成至多 {maxInFlight} 个；每个测量 {duration}，预热 {warmup}；超时 {timeout}',
  },
  spreadDetail: { en: '{plan}; from {processes} processes', zh: '{plan}；由 {processes} 个进程发送' },
  rampPlanDetail: {
    en: 'batch sizes {sizes}; from {from} to {to} requests/s in {duration}, {steps} steps, {arrivals}; at most {maxInFlight} under way; {warmup} of warm-up; timeout {timeout}',
    zh: '批大小 {sizes}；{duration} 内从每秒 {from} 个请求变到 {to} 个，分 {steps} 步，{arrivals}；同时未完成至多 {maxInFlight} 个；预热 {warmup}；超时 {timeout}',
  },
  spikePlanDetail: {
    en: 'batch sizes {sizes}; {rate} requests/s for {duration}, {peak} for {spike}, {rate} for {after}, {arrivals}; at most {maxInFlight} under way; {warmup} of warm-up; timeout {timeout}',
    zh: '批大小 {sizes}；每秒 {rate} 个请求持续 {duration}，{peak} 个持续 {spike}，再以 {rate} 个持续 {after}，{arrivals}；同时未完成至多 {maxInFlight} 个；预热 {warmup}；超时 {timeout}',
  },
  settings: { en: 'Settings', zh: '设置' },
  versions: { en: 'Versions', zh: '版本' },
  machine: { en: 'Machine', zh: '机器' },
  machineDetail: { en: '{cpu}, {cores} cores, {memory}', zh: '{cpu}，{cores} 核，{memory}' },
  id: { en: 'Run id', zh: '运行编号' },
} as const satisfies Record<string, Text>;

export type TextKey = keyof typeof texts;
