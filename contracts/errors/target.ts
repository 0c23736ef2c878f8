import type { ErrorEntry } from './entry.ts';

/** Errors of the target, of access to it, and of what load is sent with. */
export const targetErrors = {
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
  OVER_MAX_RATE: {
    exit: 'usage',
    message: {
      en: 'The plan sends up to {planned} requests per second; --max-rate (PKDK_MAX_RATE) allows {limit}.',
      zh: '计划的最高速率为每秒 {planned} 个请求，超过 --max-rate（PKDK_MAX_RATE）允许的 {limit}。',
    },
    remedy: {
      en: 'Nothing was sent. Ask for a lower rate, or, if this target may take it, raise the limit.',
      zh: '尚未发送任何请求。请降低速率；若该服务可以承受，也可调高上限。',
    },
  },
  OVER_MAX_DURATION: {
    exit: 'usage',
    message: {
      en: 'The plan takes about {planned} s; --max-duration (PKDK_MAX_DURATION) allows {limit} s.',
      zh: '计划约需 {planned} 秒，超过 --max-duration（PKDK_MAX_DURATION）允许的 {limit} 秒。',
    },
    remedy: {
      en: 'Nothing was sent. Plan fewer or shorter points, or raise the limit.',
      zh: '尚未发送任何请求。请减少测点或缩短时长，也可调高上限。',
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
  NOT_SENT: {
    exit: 'unreachable',
    message: { en: 'Nothing is sent to {url}: {reason}', zh: '未向 {url} 发送请求：{reason}' },
    remedy: {
      en: 'Try again when the target allows it, or raise PKDK_MAX_REQUESTS.',
      zh: '请待被测服务允许后重试，或调大 PKDK_MAX_REQUESTS。',
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
  RENEWAL_REFUSED: {
    exit: 'refused',
    message: { en: '{url} does not renew the token: code {code}', zh: '{url} 拒绝刷新 token：业务码 {code}' },
    remedy: {
      en: 'Log in again, or set a PKDK_REFRESH_TOKEN of this environment that has not expired; it was not tried again.',
      zh: '请重新登录，或将 PKDK_REFRESH_TOKEN 设为该环境未过期的刷新令牌；不会自动重试。',
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
} as const satisfies Record<string, ErrorEntry>;
