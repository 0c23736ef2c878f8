import { type ErrorEntry, part } from './entry.ts';

/** Errors of objectives: of `--slo`, `--threshold` and `--abort-on`. */
export const objectiveErrors = {
  OBJECTIVES: {
    exit: 'usage',
    message: { en: '{flag} cannot be used:', zh: '{flag} 无法使用：' },
    remedy: {
      en: 'An objective is metric, < <= > >= or =, value and unit, such as p99<250ms,errors<1%,violations=0. Metrics: {metrics}',
      zh: '目标由指标、比较符（< <= > >= =）、数值与单位组成，例如 p99<250ms,errors<1%,violations=0。可用指标：{metrics}',
    },
  },
  OBJECTIVE_FORM: {
    ...part,
    message: { en: '"{value}" is no objective', zh: '“{value}”不是合法的目标' },
  },
  OBJECTIVE_METRIC: {
    ...part,
    message: {
      en: '"{value}": there is no metric {name}{hint}',
      zh: '“{value}”：不存在指标 {name}{hint}',
    },
  },
  OBJECTIVE_OPERATOR: {
    ...part,
    message: { en: '"{value}": {operator} is no comparison', zh: '“{value}”：{operator} 不是比较符' },
  },
  OBJECTIVE_EQUAL: {
    ...part,
    message: {
      en: '"{value}": {name} is measured, and never exactly equal to anything; only counts are',
      zh: '“{value}”：{name} 是测量值，不会恰好等于某个数；只有计数才能用 =',
    },
  },
  OBJECTIVE_LATE: {
    ...part,
    message: {
      en: '"{value}" is only known when a point is over; use --threshold',
      zh: '“{value}”要在测点结束后才能得知，请改用 --threshold',
    },
  },
  OBJECTIVE_UNIT: {
    ...part,
    message: { en: '"{value}": write {expected}', zh: '“{value}”：应写作 {expected}' },
  },
} as const satisfies Record<string, ErrorEntry>;
