import type { Text } from '../contracts/text.ts';

/** What `--help` says of an option, by its flags. */
export const optionHelp = {
  '--lang <en|zh>': { en: 'language of everything a person reads (PKDK_LANG)', zh: '界面语言（PKDK_LANG）' },
  '--seed <n>': { en: 'seed of everything random (PKDK_SEED)', zh: '所有随机数的种子（PKDK_SEED）' },
  '--out <folder>': { en: 'where output goes (PKDK_OUT)', zh: '输出目录（PKDK_OUT）' },
  '--json': { en: 'print the result as JSON', zh: '以 JSON 输出结果' },
  '--format <list>': {
    en: 'only these: html, markdown, comment, junit, sarif, csv, openmetrics, annotations (all that the records have something for, annotations aside)',
    zh: '只生成这些格式：html、markdown、comment、junit、sarif、csv、openmetrics、annotations（默认生成记录适用的全部格式，annotations 除外）',
  },
  '--history <folder>': {
    en: 'of all runs below a folder instead: how figures and verdicts changed over time, as history.html and history.md',
    zh: '改为汇总目录下的所有运行：指标与结论随时间的变化，写入 history.html 与 history.md',
  },
  '--batch-sizes <list>': {
    en: 'devices per request (1,10,50,100,200,500 in a sweep, 1,10 in a smoke test, 1,10,100 for the capacity, 1,100 for tokens, else 100, as far as the account has them)',
    zh: '每个请求的设备数（批量扫描默认 1,10,50,100,200,500，smoke 默认 1,10，求容量默认 1,10,100，tokens 默认 1,100，其余默认 100，以账号设备数为限）',
  },
  '--rate <n>': { en: 'requests per second', zh: '每秒请求数' },
  '--from <n>': { en: 'requests per second at the start', zh: '开始时的每秒请求数' },
  '--to <n>': { en: 'requests per second at the end', zh: '结束时的每秒请求数' },
  '--steps <n>': { en: 'points of the ramp, of equal length (10)', zh: '测点个数，各测点时长相等（10）' },
  '--peak <n>': { en: 'requests per second in the spike', zh: '突增期间的每秒请求数' },
  '--spike-duration <time>': { en: 'how long the spike lasts (5s)', zh: '突增持续时间（5s）' },
  '--after <time>': {
    en: 'time at the first rate after the spike, in which it may recover (20s)',
    zh: '突增后以基础速率继续观察恢复的时间（20s）',
  },
  '--threshold <list>': {
    en: "what every point must keep, such as 'p99<250ms,errors=0': exit code 5 if one does not",
    zh: "每个测点都必须满足的条件，例如 'p99<250ms,errors=0'；任一不成立时退出码为 5",
  },
  '--abort-on <list>': {
    en: "stop the run, exit code 5, when one of these holds for the last second (or the last 20 requests), such as 'errors>5%,p99>2s'; latency is from the sending here",
    zh: "最近一秒（或最近 20 个请求）内任一条件成立即停止运行，退出码为 5，例如 'errors>5%,p99>2s'；此处延迟从发送时刻算起",
  },
  '--arrivals <constant|poisson>': {
    en: 'evenly spaced, or as from many independent callers (constant)',
    zh: '均匀到达，或如同众多独立调用方的随机到达（constant）',
  },
  '--max-in-flight <n>': {
    en: 'requests under way at once; what falls due beyond is not sent, but counted (2 s of the rate, 100 to 10,000)',
    zh: '同时未完成的请求数上限；超出时到期的请求不发送，但会计数（默认为 2 秒的请求量，100 到 10,000）',
  },
  '--slo <objectives>': {
    en: 'what the rate has to hold (p99<250ms,violations=0,tokenInvalid=0)',
    zh: '该速率须满足的目标（p99<250ms,violations=0,tokenInvalid=0）',
  },
  '--budget <time>': { en: 'how long the whole search may take (2m)', zh: '整个搜索的时间上限（2m）' },
  '--plan': {
    en: 'print what would be sent and for how long, and send nothing',
    zh: '只打印将发送什么、持续多久，不发送任何请求',
  },
  '--max-rate <n>': {
    en: 'requests per second that nothing exceeds, whatever the plan (PKDK_MAX_RATE)',
    zh: '无论计划如何都不超过的每秒请求数（PKDK_MAX_RATE）',
  },
  '--max-duration <time>': {
    en: 'how long the load may take; then it stops, and what was measured is written (PKDK_MAX_DURATION, 1h)',
    zh: '压测的最长时间；到时即停止，并写出已有的测量结果（PKDK_MAX_DURATION，默认 1h）',
  },
  '--connections <list>': {
    en: 'requests under way at once (10); in a sweep several numbers, six or more for the scalability model: 1,2,4,8,16,32',
    zh: '并发请求数（10）；批量扫描可给多个，六个及以上可得扩展性模型：1,2,4,8,16,32',
  },
  '--processes <n>': {
    en: 'processes that send, each with a core of its own if there are as many (1)',
    zh: '发送请求的进程数，核数足够时各占一核（1）',
  },
  '--duration <time>': {
    en: 'measured time of each point (5s; smoke 4s, soak 10m, compare 2s); of a ramp all of it (30s), of a spike the time before it (5s)',
    zh: '每个测点的测量时长（5s；smoke 为 4s，soak 为 10m，compare 为 2s）；ramp 为总时长（30s），spike 为突增前的时长（5s）',
  },
  '--warmup <time>': {
    en: 'time before it that does not count: auto, until the service works evenly, 10 s at most (sweep, rate), or a time (1s; smoke and compare 500ms, soak 5s)',
    zh: '测量前不计入的预热时长：auto 表示直至服务平稳，最长 10 秒（sweep、rate 的默认值），或指定时长（1s；smoke 与 compare 为 500ms，soak 为 5s）',
  },
  '--keep-going': {
    en: 'go on after an answer that breaks the contract, which otherwise ends the load there',
    zh: '应答违反契约后继续压测（默认立即停止）',
  },
  '--port <n>': { en: 'port to listen on (a free one)', zh: '监听端口（默认自动选择）' },
  '--env-file <file>': {
    en: 'write the settings that point the toolkit here',
    zh: '写出指向本服务的设置文件',
  },
  '--login': {
    en: 'the settings written log in and list the devices, instead of holding a token and a device file',
    zh: '写出的设置通过登录获取 token 与设备，而不直接包含它们',
  },
  '--base-ms <ms>': { en: 'service time of a request', zh: '每个请求的服务时间' },
  '--per-device-us <us>': {
    en: 'service time of each device, in microseconds',
    zh: '每台设备的服务时间（微秒）',
  },
  '--servers <n>': { en: 'requests worked on at once; the rest queue', zh: '同时处理的请求数，其余排队' },
  '--fault <name>': { en: 'play a fault; see --list-faults', zh: '注入一个故障，见 --list-faults' },
  '--variant <name>': {
    en: 'be different, and still right; see --list-faults',
    zh: '以另一种正确方式应答，见 --list-faults',
  },
  '--list-faults': {
    en: 'print the faults with the rule that catches each, and the variants',
    zh: '列出所有故障及对应规则，以及所有正确变体',
  },
  '--close-every <n>': { en: 'end a connection after every n-th answer', zh: '每 n 次应答后断开连接' },
  '-o, --output <file>': {
    en: 'write to this file, not to the usual place',
    zh: '写入此文件，而非默认位置',
  },
  '--strict': { en: 'warnings fail too (exit code 1)', zh: '有警告也视为失败（退出码 1）' },
  '--fail-on <class>': {
    en: 'exit code 5 on such changes: breaking, callers, service, any',
    zh: '出现此类变更时退出码为 5：breaking、callers、service、any',
  },
  '--fail-on <list>': {
    en: 'exit code 5 on any of: slower:5% (a figure is shown to be slower, and its interval reaches 5 %), new-findings, new-failures, changed-observations, coverage',
    zh: '出现以下任一项时退出码为 5：slower:5%（某项指标确凿变慢，且其区间达到 5%）、new-findings、new-failures、changed-observations、coverage',
  },
  '--base <url>': { en: 'what is compared with (PKDK_BASE_URL)', zh: '作为基线的服务（PKDK_BASE_URL）' },
  '--head <url>': { en: 'what is compared', zh: '待比较的服务' },
  '--blocks <n>': {
    en: 'how often both sides are measured under each load, 4 or more (12)',
    zh: '每种负载下双方各测量的次数，至少 4（12）',
  },
  '--anyway': {
    en: 'compare what is not comparable, too: another plan, target or machine, points that are not valid; the report says so',
    zh: '即使不可比也强行比较：计划、被测服务或机器不同，或测点无效；报告中会注明',
  },
  '--to <url>': { en: 'target to send to (PKDK_BASE_URL)', zh: '发往的被测地址（PKDK_BASE_URL）' },
  '--times <n>': {
    en: 'send it so many times, one after the other, to see a fault that comes and goes (1)',
    zh: '依次发送的次数，用于观察时有时无的故障（1）',
  },
  '--size <n>': { en: 'devices in the batch (10)', zh: '批量大小（10）' },
  '--index <n>': { en: 'which batch of the seed (0)', zh: '该种子的第几批（0）' },
  '--mix <mix>': {
    en: 'whose devices, such as own=90,unknown=10 (own=100)',
    zh: '设备来源比例，例如 own=90,unknown=10（own=100）',
  },
  '--as <json|curl|csv>': { en: 'form of the output (json)', zh: '输出形式（json）' },
} satisfies Record<string, Text>;

export type OptionFlags = keyof typeof optionHelp;
