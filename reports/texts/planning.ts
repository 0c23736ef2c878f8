import type { Text } from '../../contracts/text.ts';

/** What the capacity means for a plan. */
export const planningTexts = {
  capacityFound: {
    en: 'One replica carries {devices} devices/s at batch size {size} with {objectives} (95 % interval {interval}); {limit}.',
    zh: '单个副本在批大小 {size} 下每秒可承载 {devices} 台设备，满足 {objectives}（95% 置信区间 {interval}）；{limit}。',
  },
  capacityAtLeast: {
    en: 'One replica carries at least {devices} devices/s at batch size {size} with {objectives} (95 % interval {interval}); {limit}.',
    zh: '单个副本在批大小 {size} 下每秒至少可承载 {devices} 台设备，满足 {objectives}（95% 置信区间 {interval}）；{limit}。',
  },
  noCapacity: {
    en: 'No rate was confirmed to hold {objectives}.',
    zh: '没有任何速率经确认满足 {objectives}。',
  },
  serviceIsLimit: { en: 'the service is the limit', zh: '瓶颈是服务自身' },
  objectiveIsLimit: {
    en: 'the objective is the limit, which fails before the service does',
    zh: '瓶颈是目标：服务尚能跟上，但目标已不满足',
  },
  generatorIsLimit: {
    en: 'the load generator is the limit, and the service may carry more',
    zh: '瓶颈是压测端，服务或可承载更多',
  },
  maxRateIsLimit: {
    en: 'the highest rate allowed (--max-rate) is the limit, and the service may carry more',
    zh: '受限于允许的最高速率（--max-rate），服务或可承载更多',
  },
  budgetIsLimit: {
    en: 'the search ended for want of time or probes, and the service may carry more',
    zh: '搜索因时间或试探次数用完而结束，服务或可承载更多',
  },
  interruptIsLimit: {
    en: 'the search was stopped, and the service may carry more',
    zh: '搜索被中止，服务或可承载更多',
  },
  refusalIsLimit: { en: 'the service refuses more', zh: '服务拒绝更大的负载' },
  under: { en: '{metric} under {value}', zh: '{metric} 低于 {value}' },
  atMost: { en: '{metric} at most {value}', zh: '{metric} 不超过 {value}' },
  over: { en: '{metric} over {value}', zh: '{metric} 高于 {value}' },
  noLessThan: { en: '{metric} at least {value}', zh: '{metric} 不低于 {value}' },
  exactly: { en: '{metric} exactly {value}', zh: '{metric} 等于 {value}' },
  none: { en: 'no {metric}', zh: '无{metric}' },
  unit: { en: '{value} {unit}', zh: '{value} {unit}' },
  shareUnit: { en: '{value} %', zh: '{value}%' },
  fromSending: { en: '{percentile} from the sending', zh: '自发送时刻起的 {percentile}' },
  meanLatency: { en: 'mean latency', zh: '平均延迟' },
  longestLatency: { en: 'longest latency', zh: '最长延迟' },
  errorsMetric: { en: 'errors', zh: '错误' },
  violationsMetric: { en: 'contract violations', zh: '契约违反' },
  tokenInvalidMetric: { en: 'refused tokens', zh: ' token 失效' },
  tokenMissingMetric: { en: 'missing tokens', zh: ' token 缺失' },
  otherCodesMetric: { en: 'other business codes', zh: '其他业务码' },
  httpErrorsMetric: { en: 'HTTP errors', zh: ' HTTP 错误' },
  socketErrorsMetric: { en: 'lost connections', zh: '连接中断' },
  timeoutsMetric: { en: 'time-outs', zh: '超时' },
  overflowMetric: { en: 'unsent requests', zh: '未发送的请求' },
} as const satisfies Record<string, Text>;
