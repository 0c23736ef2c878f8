import type { Text } from '../../contracts/text.ts';

/** The words of the benchmark. */
export const texts = {
  checkedRepeating: { en: 'checked, answers repeat', zh: '逐一校验，响应重复' },
  checkedChanging: { en: 'checked, every answer differs', zh: '逐一校验，响应各不相同' },
  checked: { en: 'checked', zh: '逐一校验' },
  plain: { en: 'checked the plain way, every answer differs', zh: '朴素校验，响应各不相同' },
  unchecked: { en: 'unchecked', zh: '不校验' },
  bare: { en: 'autocannon as it comes', zh: '原装 autocannon' },
  wrk: { en: 'wrk', zh: 'wrk' },

  nginx: { en: 'nginx with fixed answers', zh: '返回固定响应的 nginx' },
  reference: { en: 'reference service', zh: '参考服务' },
  throughputTitle: {
    en: 'As fast as 10 connections carry it, against {server}: medians of {rounds} rounds in turn',
    zh: '10 个连接的最大吞吐，目标为{server}：轮流测 {rounds} 轮取中位数',
  },
  batchAndLoop: { en: 'batch size, generator', zh: '批大小与发压方式' },
  requests: { en: 'requests/s', zh: '请求/秒' },
  devices: { en: 'devices/s', zh: '台/秒' },
  cpu: { en: 'CPU', zh: 'CPU' },
  ofUnchecked: { en: 'of unchecked (least–most)', zh: '相对不校验（最低–最高）' },
  ofWrk: { en: 'of wrk', zh: '相对 wrk' },

  pacingTitle: {
    en: 'Open loop at {rate} requests/s from one process: medians of {rounds}, the worst in brackets',
    zh: '单进程开环，每秒 {rate} 个请求：{rounds} 次的中位数，括号内为最差值',
  },
  sentOfPlan: { en: 'sent of the plan', zh: '已发送占计划' },
  sendLag: { en: 'send lag p99, ms', zh: '发送延迟 p99（毫秒）' },
  p50: { en: 'p50, ms', zh: 'p50（毫秒）' },
  p90: { en: 'p90, ms', zh: 'p90（毫秒）' },
  p99: { en: 'p99, ms', zh: 'p99（毫秒）' },
  max: { en: 'max, ms', zh: '最大（毫秒）' },

  freezeTitle: {
    en: 'A server of {service} ms stops for 1 s of 6 (SIGSTOP), at {rate} requests/s',
    zh: '服务时间 {service} 毫秒的服务器在 6 秒中停顿 1 秒（SIGSTOP），每秒 {rate} 个请求',
  },
  truth: { en: 'what is true', zh: '真实值' },
  openLoop: { en: '`load rate`', zh: '`load rate`' },
  corrected: { en: 'autocannon -R', zh: 'autocannon -R' },
  uncorrected: {
    en: 'autocannon -R --ignoreCoordinatedOmission',
    zh: 'autocannon -R --ignoreCoordinatedOmission',
  },
  answered: { en: 'requests', zh: '请求数' },
  withinTruth: { en: 'all four within 3 %', zh: '四项均在 3 % 以内' },

  figures: { en: 'All figures', zh: '全部数据' },
  targetsTitle: { en: 'Targets', zh: '目标' },
  target: { en: 'at least', zh: '不低于' },
  atMost: { en: 'at most {limit}', zh: '不高于 {limit}' },
  measured: { en: 'measured', zh: '实测' },
  repeatingTarget: {
    en: 'checked of unchecked, answers repeat, batch size {size}',
    zh: '校验相对不校验，响应重复，批大小 {size}',
  },
  changingTarget: {
    en: 'checked of the plain way, every answer differs, batch size {size}',
    zh: '校验相对朴素校验，响应各不相同，批大小 {size}',
  },
  referenceTarget: {
    en: 'checked of unchecked, reference service, batch size {size}',
    zh: '校验相对不校验，参考服务，批大小 {size}',
  },
  sentTarget: {
    en: 'sent of the plan, {server}, batch size {size}',
    zh: '已发送占计划，{server}，批大小 {size}',
  },
  lagTarget: {
    en: 'send lag p99, ms, {server}, batch size {size}',
    zh: '发送延迟 p99（毫秒），{server}，批大小 {size}',
  },
  freezeTarget: { en: 'runs of the freeze within 3 %', zh: '停顿测试在 3 % 以内的次数' },

  machine: {
    en: '{date}, {cpu}, {cores} cores, Node {node}, load average before {load}. {place}.',
    zh: '{date}，{cpu}，{cores} 核，Node {node}，开始前系统负载 {load}。{place}。',
  },
  pinned: {
    en: 'Servers on CPU 0, generators where the system puts them',
    zh: '服务器固定在 CPU 0，发压端由系统调度',
  },
  unpinned: { en: 'Nothing is pinned', zh: '未绑定 CPU' },
  host: {
    en: '{putAside} runs were put aside and measured again, since the host of the machine took more than {tolerable} % of a core meanwhile. Of the {runs} runs that count it took {worst} % at most, and more than {tolerable} % of {disturbed}.',
    zh: '{putAside} 次运行因宿主机占用超过单核的 {tolerable}% 而作废重测。计入的 {runs} 次运行中，宿主机最多占用 {worst}%，超过 {tolerable}% 的有 {disturbed} 次。',
  },
  bad: {
    en: '{count} requests without a good answer: {where}',
    zh: '{count} 个请求没有得到正确响应：{where}',
  },
  step: {
    en: '{what}, batch size {size}: {minutes} min left',
    zh: '{what}，批大小 {size}：剩余 {minutes} 分钟',
  },
} as const satisfies Record<string, Text>;

export type TextName = keyof typeof texts;
