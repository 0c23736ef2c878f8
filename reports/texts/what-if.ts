import type { Text } from '../../contracts/text.ts';

/** What an answer to a question about a plan is told in, here and in the page itself. */
export const whatIfTexts = {
  planReplicas: { en: 'Replicas', zh: '副本数' },
  replicasWithSpare: { en: '{total}, {spare} of which may fail', zh: '{total} 个，其中 {spare} 个备用' },
  planBatches: { en: 'Batches', zh: '批次' },
  batchesOf: { en: '{requests} of {size} devices', zh: '{requests} 批，每批 {size} 台设备' },
  batchesWithRest: {
    en: '{requests} of {size} devices, the last one of {rest}',
    zh: '{requests} 批，每批 {size} 台设备，最后一批 {rest} 台',
  },
  planRate: { en: 'Rate', zh: '速率' },
  rateOfPlan: {
    en: '{requests} requests/s in all, {devices} devices/s',
    zh: '总计每秒 {requests} 个请求，{devices} 台设备',
  },
  planTime: { en: 'Takes', zh: '用时' },
  leastRate: { en: 'At least', zh: '最低速率' },
  leastRateOfPlan: {
    en: '{requests} requests/s meet the deadline',
    zh: '每秒 {requests} 个请求即可按时完成',
  },
  planGrowth: { en: 'Enough for', zh: '可支撑' },
  monthsOfPlan: {
    en: '{months} months at this growth, then one replica more',
    zh: '按此增长可支撑 {months} 个月，之后需增加一个副本',
  },
  monthOfPlan: {
    en: '1 month at this growth, then one replica more',
    zh: '按此增长可支撑 1 个月，之后需增加一个副本',
  },
  lessThanMonth: {
    en: 'less than a month at this growth, then one replica more',
    zh: '按此增长不到一个月，之后需增加一个副本',
  },
  planNote: { en: 'Note', zh: '说明' },
  sizeBetween: {
    en: 'this batch size was not measured itself; its rate is on the line between its neighbours',
    zh: '该批大小未直接测量，其速率由相邻批大小线性推得',
  },
  rateLooked: {
    en: 'this objective was seen to hold at this rate in a short probe, and not confirmed',
    zh: '该目标在此速率下仅由短时试探得出，未经确认',
  },
  noPlan: { en: 'No answer', zh: '无法回答' },
  refusesQuestion: {
    en: 'it takes whole numbers of devices, a time, and head-room that leaves something to use',
    zh: '请填写整数设备数、时限，以及合理的利用率',
  },
  refusesNothing: {
    en: 'no rate was measured under this objective',
    zh: '没有测得满足该目标的速率',
  },
  refusesDeadline: {
    en: 'one answer alone takes {time}, longer than that',
    zh: '单个应答就需要 {time}，超过了时限',
  },
  refusesSize: {
    en: 'the service refuses batches from {from} devices on',
    zh: '服务拒绝 {from} 台及以上的批',
  },
  refusesExtrapolation: {
    en: 'batch sizes from {from} to {to} can be told; beyond 1.5 × what was measured nothing is known',
    zh: '只能回答 {from} 至 {to} 的批大小；超出实测范围 1.5 倍之外无从得知',
  },
  milliseconds: { en: '{ms} ms', zh: '{ms} 毫秒' },
  seconds: { en: '{s} s', zh: '{s} 秒' },
  minutes: { en: '{min} min {s} s', zh: '{min} 分 {s} 秒' },
  wholeMinutes: { en: '{min} min', zh: '{min} 分钟' },
  wholeHours: { en: '{h} h', zh: '{h} 小时' },
  hours: { en: '{h} h {min} min', zh: '{h} 小时 {min} 分' },
} as const satisfies Record<string, Text>;
