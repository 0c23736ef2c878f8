import type { Text } from '../contracts/text.ts';

/** What `--help` says of a command: its summary, and examples that work as they stand. */
export interface CommandHelp {
  readonly summary: Text;
  readonly examples: readonly string[];
}

const pkdk = 'npm run pkdk --';

export const commandHelp = {
  pkdk: {
    summary: {
      en: 'Contract and load tests for batchGetPureBtResetCredentials',
      zh: 'batchGetPureBtResetCredentials 的契约测试与压力测试',
    },
    examples: [
      'npm start',
      `${pkdk} suite --grep "token errors"`,
      `${pkdk} load sweep --batch-sizes 1,10,100`,
    ],
  },
  run: {
    summary: {
      en: 'Suites, a short batch-size sweep, and one report of both',
      zh: '运行全部测试与一次简短的批量扫描，并生成一份报告',
    },
    examples: ['npm start', `${pkdk} run --batch-sizes 1,50 --duration 3s --seed 42`],
  },
  suite: {
    summary: {
      en: 'The Playwright suites, after a look whether the target is there and takes the token; arguments go to Playwright (npx playwright test --help)',
      zh: '先检查被测服务与 token，再运行 Playwright 测试；其余参数传给 Playwright（见 npx playwright test --help）',
    },
    examples: [
      `${pkdk} suite`,
      `${pkdk} suite --grep 5032 --workers 1`,
      `${pkdk} suite --shard 1/3 --seed 42`,
      `PKDK_BASE_URL=http://127.0.0.1:8080 ${pkdk} suite`,
      `PKDK_KNOWN_FAILURES=known-failures.yaml ${pkdk} suite`,
    ],
  },
  load: {
    summary: {
      en: 'Load, to loopback or a host of PKDK_ALLOW_HOSTS',
      zh: '向本机或 PKDK_ALLOW_HOSTS 中的主机施压',
    },
    examples: [`${pkdk} load sweep`, `${pkdk} load rate --rate 200`],
  },
  sweep: {
    summary: {
      en: 'Throughput and latency at each batch size, and what a call costs',
      zh: '各批量大小下的吞吐与延迟，以及单次调用的耗时',
    },
    examples: [
      `${pkdk} load sweep`,
      `${pkdk} load sweep --batch-sizes 1,10,100 --connections 16 --duration 10s`,
      `${pkdk} load sweep --mix own=90,unknown=10`,
      `${pkdk} load sweep --batch-sizes 100 --connections 1,2,4,8,16,32`,
      `${pkdk} load sweep --batch-sizes 1 --connections 64 --processes 4`,
    ],
  },
  rate: {
    summary: {
      en: 'An open loop: requests leave at planned moments whatever the answers do, and latency counts from there, so that a service that stalls cannot hide it',
      zh: '开环压测：请求按计划时刻发出，不受应答快慢影响；延迟从计划时刻算起，服务停顿无从掩盖',
    },
    examples: [
      `${pkdk} load rate --rate 200`,
      `${pkdk} load rate --rate 200 --arrivals poisson --batch-sizes 10,100 --duration 10s --warmup 2s`,
    ],
  },
  capacity: {
    summary: {
      en: 'The highest rate that holds an objective, at each batch size, with a 95 % interval and what limits it',
      zh: '各批大小下满足目标的最高速率，给出 95% 置信区间与限制因素',
    },
    examples: [
      `${pkdk} load capacity`,
      `${pkdk} load capacity --slo 'p99<250ms,violations=0,tokenInvalid=0' --batch-sizes 1,10,50,100,200,500 --budget 10m`,
      `${pkdk} load capacity --plan`,
    ],
  },
  smoke: {
    summary: {
      en: 'Ten seconds of a few connections, for CI: exit code 5 unless every threshold holds (errors=0,violations=0)',
      zh: '用少量连接压测 10 秒，适用于 CI：任一阈值不成立时退出码为 5（默认阈值 errors=0,violations=0）',
    },
    examples: [
      `${pkdk} load smoke`,
      `${pkdk} load smoke --threshold 'p99<250ms,errors=0' --batch-sizes 1,50`,
    ],
  },
  ramp: {
    summary: {
      en: 'A rate that rises or falls evenly: latency against what was offered, a point for each step; an open loop',
      zh: '速率匀速上升或下降的开环压测：每一步为一个测点，展示延迟随计划速率的变化',
    },
    examples: [
      `${pkdk} load ramp --from 10 --to 500`,
      `${pkdk} load ramp --from 50 --to 1000 --duration 2m --steps 20 --abort-on 'errors>5%'`,
    ],
  },
  spike: {
    summary: {
      en: 'A rate, a higher one for a time, and the first again: how long the service takes to be back; an open loop',
      zh: '先以基础速率、再以高峰速率、最后回到基础速率的开环压测：测量服务需要多久恢复',
    },
    examples: [
      `${pkdk} load spike --rate 50 --peak 400`,
      `${pkdk} load spike --rate 50 --peak 400 --spike-duration 10s --after 1m --threshold errors=0`,
    ],
  },
  soak: {
    summary: {
      en: 'One batch size for long: whether latency or bad answers grow with time. The token is renewed before it expires, while the load goes on',
      zh: '以单一批大小长时间压测：延迟或异常应答是否随时间上升；token 在过期前更换，压测不中断',
    },
    examples: [
      `${pkdk} load soak --duration 2h --max-duration 3h`,
      `${pkdk} load soak --batch-sizes 50 --connections 4 --duration 30m --mix own=90,unknown=10`,
    ],
  },
  tokens: {
    summary: {
      en: 'What refusing costs: throughput and latency with a token that is missing, malformed, expired or for refreshing, beside a valid call',
      zh: '拒绝请求的开销：token 缺失、格式错误、已过期或为刷新令牌时的吞吐与延迟，并与有效调用对比',
    },
    examples: [
      `${pkdk} load tokens`,
      `${pkdk} load tokens --batch-sizes 1,10,100 --duration 10s --warmup 2s`,
    ],
  },
  loadCompare: {
    summary: {
      en: "Two services measured in turn, in blocks of changing order: is head slower, faster, or can't we tell? Same token and devices for both. Equal services are told apart in at most 2 of 100 runs",
      zh: '以轮换次序的区组交替测量两个服务：对比方变慢、变快还是无法判定？双方使用相同的 token 与设备；对相同的服务，误判不超过 2%',
    },
    examples: [
      `${pkdk} load compare --base http://127.0.0.1:8081 --head http://127.0.0.1:8082`,
      `${pkdk} load compare --base http://127.0.0.1:8081 --head http://127.0.0.1:8082 --batch-sizes 100 --blocks 12 --fail-on slower:5%`,
    ],
  },
  contract: {
    summary: { en: 'The contract and the pages it comes from', zh: '契约及其来源页面' },
    examples: [`${pkdk} contract import contracts/source`],
  },
  contractImport: {
    summary: {
      en: "The platform's published pages (Knife4j Markdown) as one OpenAPI 3.1 description; what could not be read is on stderr",
      zh: '将平台发布的页面（Knife4j Markdown）转换为一份 OpenAPI 3.1 描述；未能读取的内容写到 stderr',
    },
    examples: [
      `${pkdk} contract import contracts/source`,
      `${pkdk} contract import pages/ extra.md --output api.yaml --strict`,
    ],
  },
  contractDiff: {
    summary: {
      en: 'What changed between two editions of a contract, and whom it breaks; each is a page, a folder of pages, OpenAPI 3.1 or 3.0, or Swagger 2.0',
      zh: '比较契约的两个版本，说明变更及其影响；每一方可以是页面、页面目录、OpenAPI 3.1、3.0 或 Swagger 2.0',
    },
    examples: [
      `${pkdk} contract diff contracts/source contracts/openapi.yaml`,
      `${pkdk} contract diff old.md swagger.json --fail-on breaking`,
    ],
  },
  contractBuild: {
    summary: {
      en: 'Pages and overlay to openapi.yaml, types and validators; prints the files that changed. The folder has pages in source/ and an overlay.yaml (contracts)',
      zh: '由页面与覆盖文件生成 openapi.yaml、类型与校验器，并打印有变化的文件；目录中应有 source/ 与 overlay.yaml（默认 contracts）',
    },
    examples: [`${pkdk} contract build`, `${pkdk} contract build my-contracts`],
  },
  contractCheck: {
    summary: {
      en: 'Build in memory and compare: exit code 1 and a short diff when the generated files are stale',
      zh: '在内存中生成并比较：生成的文件过期时退出码为 1，并给出简短差异',
    },
    examples: [`${pkdk} contract check`],
  },
  contractDrift: {
    summary: {
      en: 'Fields that came or went in a run of the suites, as an Overlay that accepts them',
      zh: '将一次测试中新增或消失的字段写成可接受它们的 Overlay',
    },
    examples: [
      `${pkdk} contract drift reports/out/<run id>`,
      `${pkdk} contract drift reports/out/<run id>/suite > drift.yaml`,
    ],
  },
  contractObserve: {
    summary: {
      en: 'Keep what a run of the suites observed where the page is silent, in contracts/observed.json: later runs tell what changed',
      zh: '将一次测试对页面未说明之处的观察结果保存到 contracts/observed.json，供以后的运行比较',
    },
    examples: [
      `${pkdk} contract observe reports/out/<run id>`,
      `${pkdk} contract observe reports/out/<run id>/suite -o staging.json`,
    ],
  },
  report: {
    summary: {
      en: 'The report of a run from its records: for people, for the places where they talk, and for machines',
      zh: '由运行记录生成报告：供人阅读、供讨论处引用，以及供机器处理',
    },
    examples: [
      `${pkdk} report reports/out/<run id> --out report`,
      `${pkdk} report reports/out/<run id> --format junit,sarif`,
      `${pkdk} report --history reports/out --out trend`,
    ],
  },
  compare: {
    summary: {
      en: "What changed between two runs: throughput and percentiles with intervals, in the words slower, faster or can't tell; findings, observations and coverage. Give two records, or folders of runs",
      zh: '比较两次运行：吞吐与各百分位的变化及其区间，结论为变慢、变快或无法判定；以及发现、观察与覆盖的变化。参数为两份记录或运行目录',
    },
    examples: [
      `${pkdk} compare reports/out/<base> reports/out/<head>`,
      `${pkdk} compare base/record.json head/record.json --fail-on slower:5%,new-findings,coverage`,
    ],
  },
  replay: {
    summary: {
      en: 'One recorded exchange again, byte for byte: its findings then and now. It goes to --to, or PKDK_BASE_URL, or a fresh reference service if it was recorded on one',
      zh: '逐字节重放一个已录制的交换，比较当时与现在的发现。发往 --to 或 PKDK_BASE_URL；若录制于内置参考服务，则发往新启动的参考服务',
    },
    examples: [
      `${pkdk} replay reports/out/<run id> <exchange id>`,
      `${pkdk} replay record.json <exchange id> --to https://staging.example.com --times 20`,
    ],
  },
  merge: {
    summary: {
      en: 'One record and one report of the shards of a run; give their records, or folders that hold them',
      zh: '将一次运行的各分片合并为一份记录与报告；参数为各分片的记录或其所在目录',
    },
    examples: [
      `${pkdk} suite --shard 1/2 --seed 42 --out shards`,
      `${pkdk} suite --shard 2/2 --seed 42 --out shards`,
      `${pkdk} merge shards`,
    ],
  },
  faults: {
    summary: {
      en: 'Plays every known fault and every correct variant on the reference service: which test catches what, and no false alarm',
      zh: '在参考服务上演示所有已知故障与正确变体：哪个用例发现哪个故障，且没有误报',
    },
    examples: [`${pkdk} faults`, `${pkdk} faults --json --seed 42`],
  },
  serve: {
    summary: {
      en: 'The reference service, with faults, correct variants and service times to order; prints its URL and runs until Ctrl-C',
      zh: '启动参考服务，可指定故障、正确变体与服务时间；打印地址并运行至 Ctrl-C',
    },
    examples: [
      `${pkdk} serve --env-file staging.env`,
      `${pkdk} serve --port 8080 --base-ms 4 --per-device-us 50 --servers 4`,
      `${pkdk} serve --fault drop-device`,
      `${pkdk} serve --env-file staging.env --login`,
      `${pkdk} serve --variant http-401 --env-file staging.env`,
    ],
  },
  batch: {
    summary: {
      en: 'Print a batch, for curl, Postman or a ticket',
      zh: '打印一批设备，供 curl、Postman 或工单使用',
    },
    examples: [
      `${pkdk} batch --size 10 --seed 42`,
      `${pkdk} batch --size 20 --mix own=90,unknown=10 --as curl`,
    ],
  },
  doctor: {
    summary: {
      en: 'Is the target there, the certificate good, the token valid and for how long, do the clocks agree, are the devices ours',
      zh: '检查服务可达、证书、token 及其有效期、时钟与设备归属',
    },
    examples: [`${pkdk} doctor`, `${pkdk} doctor --json`],
  },
} satisfies Record<string, CommandHelp>;
