import type { Text } from './text.ts';

/** What the process tells its caller. */
export const exitCodes = {
  ok: 0,
  broken: 1,
  usage: 2,
  unreachable: 3,
  refused: 4,
  threshold: 5,
  invalid: 6,
  interrupted: 130,
} as const;

interface Entry {
  readonly exit: keyof typeof exitCodes;
  readonly message: Text;
  readonly remedy: Text;
}

/** An error that only ever stands among the parts of another, which has the remedy. */
const part = { exit: 'usage', remedy: { en: '', zh: '' } } as const satisfies Partial<Entry>;

/** Every error of misuse or environment. Codes are stable; messages may be reworded. */
export const errorTable = {
  SETTINGS: {
    exit: 'usage',
    message: { en: 'These settings cannot be used:', zh: '以下设置无法使用：' },
    remedy: {
      en: 'Correct them in the flags, the environment or .env; .env.example shows each one.',
      zh: '请在参数、环境变量或 .env 中修正；.env.example 列出了每一项。',
    },
  },
  SETTING: {
    exit: 'usage',
    message: { en: '{name} is "{value}"', zh: '{name} 的值是“{value}”' },
    remedy: { en: 'It must be {expected}.', zh: '应为{expected}。' },
  },
  SETTING_NEEDED: {
    exit: 'usage',
    message: { en: '{name} is not set', zh: '未设置 {name}' },
    remedy: { en: 'It is needed because {because} is set.', zh: '设置了 {because} 时必须提供。' },
  },
  SETTING_UNKNOWN: {
    exit: 'usage',
    message: { en: 'there is no setting {name}', zh: '不存在设置 {name}' },
    remedy: { en: 'Correct or remove it.', zh: '请更正或删除。' },
  },
  DEVICE_FILE_MISSING: {
    exit: 'usage',
    message: {
      en: 'The device file {file} cannot be read: {reason}',
      zh: '无法读取设备文件 {file}：{reason}',
    },
    remedy: {
      en: 'Point PKDK_DEVICES (or PKDK_FOREIGN_DEVICES) at a CSV, JSON or NDJSON file.',
      zh: '请让 PKDK_DEVICES（或 PKDK_FOREIGN_DEVICES）指向一个 CSV、JSON 或 NDJSON 文件。',
    },
  },
  DEVICE_FILE: {
    exit: 'usage',
    message: {
      en: 'The device file {file} has {count} problems:',
      zh: '设备文件 {file} 有 {count} 处问题：',
    },
    remedy: {
      en: 'A file is CSV with the header pk,dk, a JSON array of {"pk","dk"}, or one such object a line.',
      zh: '文件应为带表头 pk,dk 的 CSV、{"pk","dk"} 的 JSON 数组，或每行一个这样的对象。',
    },
  },
  DEVICE_LINE_HEADER: {
    ...part,
    message: {
      en: 'line {line}: the header is "{found}", must name pk and dk, each once',
      zh: '第 {line} 行：表头是“{found}”，应包含 pk 和 dk 各一次',
    },
  },
  DEVICE_LINE_CELLS: {
    ...part,
    message: {
      en: 'line {line}: the number of cells is {found}, must be {expected} as in the header',
      zh: '第 {line} 行：有 {found} 个单元格，应与表头一样为 {expected} 个',
    },
  },
  DEVICE_LINE_CSV: {
    ...part,
    message: { en: 'line {line}: not CSV: {reason}', zh: '第 {line} 行：不是合法的 CSV：{reason}' },
  },
  DEVICE_LINE_JSON: {
    ...part,
    message: { en: 'line {line}: not JSON: {reason}', zh: '第 {line} 行：不是合法的 JSON：{reason}' },
  },
  DEVICE_LINE_OBJECT: {
    ...part,
    message: {
      en: 'line {line}: {found} is not an object with pk and dk',
      zh: '第 {line} 行：{found} 不是含 pk 和 dk 的对象',
    },
  },
  DEVICE_LINE_EMPTY: {
    ...part,
    message: { en: 'line {line}: {field} is missing or empty', zh: '第 {line} 行：缺少 {field} 或其值为空' },
  },
  DEVICE_LINE_TYPE: {
    ...part,
    message: {
      en: 'line {line}: {field} is {found} without quotes, must be a string (as a number, leading zeros would be lost)',
      zh: '第 {line} 行：{field} 是不带引号的 {found}，应为字符串（写成数字会丢失前导零）',
    },
  },
  DEVICE_LINE_ROUNDED: {
    ...part,
    message: {
      en: 'line {line}: {field} is {found}: a spreadsheet has rounded it',
      zh: '第 {line} 行：{field} 是 {found}，已被电子表格舍入',
    },
  },
  DEVICE_LINE_DUPLICATE: {
    ...part,
    message: {
      en: 'line {line}: pk {pk}, dk {dk} repeats line {first}',
      zh: '第 {line} 行：pk {pk}、dk {dk} 与第 {first} 行重复',
    },
  },
  DEVICE_LINES_MORE: {
    ...part,
    message: { en: 'and {count} more', zh: '另有 {count} 处' },
  },
  POOL_EMPTY: {
    exit: 'usage',
    message: {
      en: 'There is no {origin} device to make a batch of.',
      zh: '没有可用于组批的 {origin} 设备。',
    },
    remedy: { en: 'Give a device file with at least one device.', zh: '请提供至少包含一台设备的设备文件。' },
  },
  POOL_TOO_SMALL: {
    exit: 'usage',
    message: {
      en: 'A batch needs {wanted} different {origin} devices; there are {available}.',
      zh: '一批需要 {wanted} 台不同的 {origin} 设备，现有 {available} 台。',
    },
    remedy: {
      en: 'Give more devices, or batches of at most {available}.',
      zh: '请提供更多设备，或将批大小限制在 {available} 以内。',
    },
  },
  HOST_NOT_ALLOWED: {
    exit: 'usage',
    message: {
      en: 'Load is not sent to {host}: it is neither loopback nor in PKDK_ALLOW_HOSTS.',
      zh: '不会向 {host} 发送负载：它既不是本机地址，也不在 PKDK_ALLOW_HOSTS 中。',
    },
    remedy: {
      en: 'If this host may be loaded, set PKDK_ALLOW_HOSTS={host}.',
      zh: '若允许对该主机施压，请设置 PKDK_ALLOW_HOSTS={host}。',
    },
  },
  UNREACHABLE: {
    exit: 'unreachable',
    message: { en: '{url} cannot be reached: {reason}', zh: '无法连接 {url}：{reason}' },
    remedy: {
      en: 'Check PKDK_BASE_URL, and that the service is up and reachable from here.',
      zh: '请检查 PKDK_BASE_URL，并确认服务已启动且从本机可达。',
    },
  },
  CERTIFICATE: {
    exit: 'unreachable',
    message: {
      en: 'The certificate of {url} is not accepted: {reason}',
      zh: '{url} 的证书未被接受：{reason}',
    },
    remedy: {
      en: 'Set PKDK_CA_FILE to the CA that signed it; PKDK_INSECURE=1 skips the check.',
      zh: '请将 PKDK_CA_FILE 指向签发它的 CA；PKDK_INSECURE=1 会跳过检查。',
    },
  },
  NOT_THE_API: {
    exit: 'unreachable',
    message: {
      en: '{url} answers HTTP {status} with {mediaType}, not with the JSON of this operation.',
      zh: '{url} 返回 HTTP {status}、类型 {mediaType}，不是本接口的 JSON。',
    },
    remedy: {
      en: 'Check PKDK_BASE_URL: scheme, host, port and path prefix.',
      zh: '请检查 PKDK_BASE_URL 的协议、主机、端口与路径前缀。',
    },
  },
  TOKEN_EXPIRED: {
    exit: 'refused',
    message: { en: 'The token in PKDK_TOKEN expired at {at}.', zh: 'PKDK_TOKEN 中的 token 已于 {at} 过期。' },
    remedy: { en: 'Log in again and set the new token.', zh: '请重新登录并设置新的 token。' },
  },
  TOKEN_REFUSED: {
    exit: 'refused',
    message: {
      en: '{url} refuses the token: code {code} {msg}',
      zh: '{url} 拒绝了该 token：业务码 {code} {msg}',
    },
    remedy: {
      en: 'Check that PKDK_TOKEN is an access token of this environment.',
      zh: '请确认 PKDK_TOKEN 是该环境的访问令牌。',
    },
  },
  LOGIN_REFUSED: {
    exit: 'refused',
    message: {
      en: '{url} refuses the login: code {code}, {reason}',
      zh: '{url} 拒绝登录：业务码 {code}，{reason}',
    },
    remedy: {
      en: 'Correct the PKDK_LOGIN_* and PKDK_USER_DOMAIN* settings; it was not tried again.',
      zh: '请更正 PKDK_LOGIN_* 与 PKDK_USER_DOMAIN* 设置；不会自动重试。',
    },
  },
  DEVICE_LIST: {
    exit: 'refused',
    message: {
      en: "{url} does not list the account's devices: {code}",
      zh: '{url} 未返回账号的设备列表：{code}',
    },
    remedy: { en: 'Give the devices with PKDK_DEVICES.', zh: '请用 PKDK_DEVICES 提供设备。' },
  },
  NO_DEVICES: {
    exit: 'usage',
    message: { en: 'The account has no devices.', zh: '该账号下没有设备。' },
    remedy: {
      en: 'Bind a device to it, or give the devices with PKDK_DEVICES.',
      zh: '请先绑定设备，或用 PKDK_DEVICES 提供设备。',
    },
  },
  OUT_NOT_WRITABLE: {
    exit: 'usage',
    message: {
      en: 'The output folder {folder} cannot be written: {reason}',
      zh: '无法写入输出目录 {folder}：{reason}',
    },
    remedy: { en: 'Give another one with --out or PKDK_OUT.', zh: '请用 --out 或 PKDK_OUT 指定其他目录。' },
  },
  ENV_FILE: {
    exit: 'usage',
    message: {
      en: 'The settings file {file} cannot be written: {reason}',
      zh: '无法写入设置文件 {file}：{reason}',
    },
    remedy: { en: 'Give another path with --env-file.', zh: '请用 --env-file 指定其他路径。' },
  },
  PAGE_UNREADABLE: {
    exit: 'usage',
    message: { en: 'The page {file} cannot be read: {reason}', zh: '无法读取页面 {file}：{reason}' },
    remedy: {
      en: 'Give Knife4j Markdown files, or folders of them.',
      zh: '请给出 Knife4j 的 Markdown 文件或其所在目录。',
    },
  },
  CONTRACT_UNREADABLE: {
    exit: 'usage',
    message: {
      en: 'The contract {file} cannot be read: {reason}',
      zh: '无法读取契约 {file}：{reason}',
    },
    remedy: {
      en: 'Give an OpenAPI 3.1, OpenAPI 3.0 or Swagger 2.0 file (YAML or JSON), a Knife4j page (.md) or a folder of pages.',
      zh: '请给出 OpenAPI 3.1、OpenAPI 3.0 或 Swagger 2.0 文件（YAML 或 JSON）、Knife4j 页面（.md）或页面目录。',
    },
  },
  CONTRACT_VERSION: {
    exit: 'usage',
    message: {
      en: 'The contract {file} is of a version that is not read: {name} is "{version}"',
      zh: '不支持契约 {file} 的版本：{name} 的值是“{version}”',
    },
    remedy: {
      en: 'Give it as OpenAPI 3.1, OpenAPI 3.0 or Swagger 2.0.',
      zh: '请以 OpenAPI 3.1、OpenAPI 3.0 或 Swagger 2.0 给出。',
    },
  },
  CONTRACT_EMPTY: {
    exit: 'usage',
    message: {
      en: 'No operation can be read from {file}.',
      zh: '无法从 {file} 中读取任何接口。',
    },
    remedy: {
      en: 'Give a Knife4j page (.md), or a folder of them.',
      zh: '请给出 Knife4j 页面（.md）或其所在目录。',
    },
  },
  OVERLAY_UNREADABLE: {
    exit: 'usage',
    message: { en: 'The overlay {file} cannot be used: {reason}', zh: '无法使用覆盖文件 {file}：{reason}' },
    remedy: {
      en: 'It must be a document of the OpenAPI Overlay Specification 1.0.',
      zh: '它应符合 OpenAPI Overlay 规范 1.0。',
    },
  },
  OVERLAY: {
    exit: 'usage',
    message: { en: 'The overlay "{title}" does not fit the pages:', zh: '覆盖文件“{title}”与页面不符：' },
    remedy: {
      en: 'If a page changed, see what changed with `contract diff`, then correct or remove these actions.',
      zh: '若页面已更新，请先用 `contract diff` 查看变化，再更正或删除这些操作。',
    },
  },
  OVERLAY_ACTION: {
    ...part,
    message: { en: 'action {number}, {target}: {reason}', zh: '第 {number} 个操作，{target}：{reason}' },
  },
  NO_DRIFT_IN_LOAD: {
    exit: 'usage',
    message: {
      en: 'The record {file} is one of a load, which keeps no findings.',
      zh: '{file} 是压测记录，其中没有测试发现。',
    },
    remedy: { en: 'Give the record of a suite.', zh: '请给出测试套件的运行记录。' },
  },
  RECORD_UNREADABLE: {
    exit: 'usage',
    message: { en: 'The record {file} cannot be read: {reason}', zh: '无法读取运行记录 {file}：{reason}' },
    remedy: {
      en: 'Give the record.json of a run, or the folder it is in.',
      zh: '请给出某次运行的 record.json 或其所在目录。',
    },
  },
  LISTEN: {
    exit: 'usage',
    message: {
      en: 'The reference service cannot listen on port {port}: {reason}',
      zh: '参考服务无法监听端口 {port}：{reason}',
    },
    remedy: {
      en: 'Leave --port away and the system picks a free one.',
      zh: '省略 --port，系统会自动选择空闲端口。',
    },
  },
  ENGINE: {
    exit: 'invalid',
    message: {
      en: 'The load engine is not the version this toolkit was built for: {detail}',
      zh: '压测引擎不是本工具所适配的版本：{detail}',
    },
    remedy: { en: 'Run npm ci.', zh: '请运行 npm ci。' },
  },
} as const satisfies Record<string, Entry>;
