import type { ErrorEntry } from './entry.ts';

/** Errors of a search for the capacity. */
export const capacityErrors = {
  BUDGET_TOO_SMALL: {
    exit: 'usage',
    message: {
      en: '--budget {value} is too little for {sizes} batch sizes: nothing that could be trusted would come of it',
      zh: '--budget {value} 不足以测量 {sizes} 个批大小：得不到可信的结果',
    },
    remedy: {
      en: 'Give at least --budget {least}s, or fewer sizes with --batch-sizes.',
      zh: '请至少给出 --budget {least}s，或用 --batch-sizes 减少批大小的数目。',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
