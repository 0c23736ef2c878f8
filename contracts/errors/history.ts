import { type ErrorEntry, part } from './entry.ts';

/** Errors of following many records over time. */
export const historyErrors = {
  HISTORY_FOLDER: {
    exit: 'usage',
    message: {
      en: 'There is no folder {folder} to look for records in.',
      zh: '没有可供查找运行记录的目录 {folder}。',
    },
    remedy: {
      en: 'Give the folder that holds the runs, such as reports/out.',
      zh: '请给出存放各次运行的目录，例如 reports/out。',
    },
  },
  HISTORY_EMPTY: {
    exit: 'usage',
    message: {
      en: 'There is no record of a run below {folder}; files named record.json that are none: {count}',
      zh: '{folder} 下没有运行记录；名为 record.json 但不是运行记录的文件：{count} 个',
    },
    remedy: {
      en: 'Give the folder that holds the runs, such as reports/out; each run leaves a record.json there.',
      zh: '请给出存放各次运行的目录，例如 reports/out；每次运行都会在其中留下 record.json。',
    },
  },
  RECORD_TWICE: {
    ...part,
    message: { en: 'the same run as {file}', zh: '与 {file} 是同一次运行' },
  },
  FOLDER_UNREADABLE: {
    ...part,
    message: { en: 'the folder cannot be read: {reason}', zh: '无法读取目录：{reason}' },
  },
} as const satisfies Record<string, ErrorEntry>;
