import { type ErrorEntry, part } from './entry.ts';

/** Errors of comparing records. */
export const comparisonErrors = {
  NOT_COMPARABLE: {
    exit: 'usage',
    message: { en: 'The two sides are not comparable:', zh: '这两份记录不可比较：' },
    remedy: {
      en: 'Measure both alike, or side by side with load compare; --anyway compares them as they are, and the report says so.',
      zh: '请以相同条件重新测量，或用 load compare 交替测量；--anyway 可强行比较，报告中会注明。',
    },
  },
  COMPARE_DIFFERS: {
    ...part,
    message: { en: '{what}: base {base}, head {head}', zh: '{what}：基线为 {base}，对比方为 {head}' },
  },
  COMPARE_INVALID: {
    ...part,
    message: { en: '{side}, batch size {size}: {why}', zh: '{side}，批大小 {size}：{why}' },
  },
  COMPARE_CUT: {
    ...part,
    message: { en: '{side}: the run {id} was cut short', zh: '{side}：运行 {id} 未完成' },
  },
  NOTHING_TO_COMPARE: {
    exit: 'usage',
    message: {
      en: '{base} and {head} have no kind of record in common that can be compared',
      zh: '{base} 与 {head} 没有可比较的同类记录',
    },
    remedy: {
      en: 'Give records of the suites or of load, or folders that hold them; what load compare measured is a comparison already.',
      zh: '请给出测试或压测的记录，或其所在目录；load compare 的记录本身已是比较结果。',
    },
  },
  CONDITION_LACKS: {
    exit: 'usage',
    message: {
      en: '--fail-on {condition} cannot be judged: both sides must have a record of {kind}',
      zh: '无法判定 --fail-on {condition}：双方都需要有{kind}记录',
    },
    remedy: { en: 'Leave it out, or give such records.', zh: '请去掉该条件，或给出相应记录。' },
  },
} as const satisfies Record<string, ErrorEntry>;
