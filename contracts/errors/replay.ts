import { type ErrorEntry, part } from './entry.ts';

/** Errors of sending a recorded exchange again. */
export const replayErrors = {
  EXCHANGE_UNKNOWN: {
    exit: 'usage',
    message: {
      en: 'There is no exchange {id} in {file}. It holds {count}, most alike first:',
      zh: '{file} 中没有交换 {id}。其中共有 {count} 个，最相近的在前：',
    },
    remedy: {
      en: 'Copy the id from the message of a failed test, or from the report.',
      zh: '请从失败测试的信息或报告中复制编号。',
    },
  },
  EXCHANGE_LISTED: { ...part, message: { en: '{id}  {title}', zh: '{id}  {title}' } },
  EXCHANGE_INCOMPLETE: {
    exit: 'usage',
    message: {
      en: 'The bytes of exchange {id} cannot be made again: a secret was cut out of them, or an older version recorded them.',
      zh: '无法还原交换 {id} 的原始字节：其中的机密已被移除，或由旧版本记录。',
    },
    remedy: {
      en: 'Run its case again, with PKDK_SEED={seed}.',
      zh: '请用 PKDK_SEED={seed} 重新运行其用例。',
    },
  },
  SECRET_NEEDED: {
    exit: 'usage',
    message: {
      en: 'Exchange {id} was sent with {name}, which is not given.',
      zh: '交换 {id} 发送时使用了 {name}，但当前未提供。',
    },
    remedy: {
      en: 'Set it in the environment or .env; a damaged token, with its damage in brackets, is made of PKDK_TOKEN, which must be a JWT.',
      zh: '请在环境变量或 .env 中设置；括号中注明损坏方式的 token 由 PKDK_TOKEN 生成，后者须为 JWT。',
    },
  },
  TARGET_NEEDED: {
    exit: 'usage',
    message: {
      en: 'Exchange {id} was sent to {url}. A token goes only where the settings or a flag say.',
      zh: '交换 {id} 当时发往 {url}。token 只会发往设置或参数指定的地址。',
    },
    remedy: {
      en: 'Give --to {url} or PKDK_BASE_URL, and PKDK_TOKEN.',
      zh: '请给出 --to {url} 或 PKDK_BASE_URL，以及 PKDK_TOKEN。',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
