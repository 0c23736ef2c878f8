import type { Text } from '../../contracts/text.ts';

/** What is told of a run as such. */
export const runTexts = {
  run: { en: 'Run', zh: '运行信息' },
  command: { en: 'Command', zh: '重跑命令' },
  target: { en: 'Target', zh: '目标' },
  referenceService: { en: 'embedded reference service', zh: '内置参考服务' },
  seed: { en: 'Seed', zh: '种子' },
  started: { en: 'Started', zh: '开始时间' },
  duration: { en: 'Duration', zh: '时长' },
  plan: { en: 'Plan', zh: '计划' },
  planHash: { en: 'Plan hash', zh: '计划哈希' },
  clock: { en: 'Clock', zh: '时钟' },
  clockDetail: {
    en: 'moments by the system clock, UTC; latencies by the monotonic clock of the sender',
    zh: '时刻取自系统时钟（UTC）；延迟取自发送端的单调时钟',
  },
  clockSkew: {
    en: '{clock}; windows of several processes opened within {skew} ms',
    zh: '{clock}；多个进程的测量窗口在 {skew} ms 内先后开启',
  },
  foundWarmup: { en: 'as much as it took', zh: '直至平稳' },
  planDetail: {
    en: 'batch sizes {sizes}; {connections} connections; {duration} each; warm-up: {warmup}; timeout {timeout}',
    zh: '批大小 {sizes}；{connections} 个连接；每个测量 {duration}，预热 {warmup}；超时 {timeout}',
  },
  ratePlanDetail: {
    en: 'batch sizes {sizes}; {rate} requests/s, {arrivals}; at most {maxInFlight} under way; {duration} each; warm-up: {warmup}; timeout {timeout}',
    zh: '批大小 {sizes}；每秒 {rate} 个请求，{arrivals}；同时未完成至多 {maxInFlight} 个；每个测量 {duration}，预热 {warmup}；超时 {timeout}',
  },
  capacityPlanDetail: {
    en: 'batch sizes {sizes}; the highest rate that holds {slo}, within {budget}, {arrivals}; at most {maxRate} requests/s; timeout {timeout}',
    zh: '批大小 {sizes}；在 {budget} 内搜索满足 {slo} 的最高速率，{arrivals}；每秒至多 {maxRate} 个请求；超时 {timeout}',
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
