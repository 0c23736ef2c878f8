import type { ErrorEntry } from './entry.ts';

/** Errors of settings and of where output goes. */
export const settingErrors = {
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
} as const satisfies Record<string, ErrorEntry>;
