import type { Text } from '../../contracts/text.ts';

/** Everything that a verdict is told in. */
export const verdictTexts = {
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
  generatorLimited: {
    en: 'Batch size {size}: the load generator was its own limit; the service is not slower than measured.',
    zh: '批大小 {size}：受限于压测端自身；服务的实际延迟不高于测得的值。',
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
  fromTo: { en: '{low} to {high}', zh: '{low} 至 {high}' },
  lowerBound: { en: '{low} and up', zh: '{low} 以上' },
  sizeCapacity: {
    en: 'Batch size {size}: {requests} requests/s (95 % interval {interval}), {devices} devices/s; {probes} probes; the limit: {limit}',
    zh: '批大小 {size}：每秒 {requests} 个请求（95% 置信区间 {interval}），{devices} 台设备；试探 {probes} 次；限制因素：{limit}',
  },
  sizeWithout: {
    en: 'Batch size {size}: no rate was confirmed; {probes} probes; the limit: {limit}',
    zh: '批大小 {size}：没有速率得到确认；试探 {probes} 次；限制因素：{limit}',
  },
  limitService: { en: 'the service does not keep up', zh: '服务跟不上' },
  limitObjective: { en: 'the objective fails before the service does', zh: '服务尚能跟上，但目标已不满足' },
  limitGenerator: { en: 'the load generator', zh: '压测端自身' },
  limitRefused: { en: 'the service refuses this size', zh: '服务拒绝该批大小' },
  limitMaxRate: { en: 'the highest rate allowed (--max-rate)', zh: '允许的最高速率（--max-rate）' },
  limitBudget: { en: 'the probes or the time were used up', zh: '试探次数或时间已用完' },
  limitInterrupted: { en: 'the run was stopped', zh: '运行被中止' },
  capacity: { en: 'Capacity', zh: '容量' },
  capacitySizes: { en: 'Batch sizes', zh: '各批大小' },
  capacityProbes: { en: 'Rates that were tried', zh: '试探过的速率' },
  requestsInterval: { en: 'requests/s, 95 % interval', zh: '请求/秒的 95% 置信区间' },
  probes: { en: 'probes', zh: '试探次数' },
  limitedBy: { en: 'what limits it', zh: '限制因素' },
  probeKind: { en: 'probe', zh: '试探' },
  look: { en: 'look', zh: '初探' },
  confirmation: { en: 'confirmation', zh: '确认' },
  probeP99: { en: 'p99, ms', zh: 'p99（毫秒）' },
  probeMisses: { en: 'does not hold', zh: '未满足' },
  probeFinding: { en: 'finding', zh: '结论' },
  probeGood: { en: 'good', zh: '满足' },
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
} as const satisfies Record<string, Text>;
