import { type ErrorEntry, part } from './entry.ts';

/** Errors of device files, and of pools that cannot fill a batch. */
export const deviceErrors = {
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
} as const satisfies Record<string, ErrorEntry>;
