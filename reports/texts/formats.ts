import type { Text } from '../../contracts/text.ts';

/** What only the formats for machines say. */
export const formatsTexts = {
  restOnPage: {
    en: 'The rest does not fit here: it is in index.html and record.json.',
    zh: '其余内容此处放不下，见 index.html 与 record.json。',
  },
  inCases: { en: 'in {count} cases: {cases}', zh: '{count} 个用例：{cases}' },
  inCase: { en: 'in {cases}', zh: '用例：{cases}' },
  underLoad: { en: 'load {scenario}', zh: '压测 {scenario}' },
  moreIssues: { en: 'And {count} more', zh: '另有 {count} 个' },
  moreIssuesDetail: {
    en: 'GitHub shows {shown} at most. The others: {rules}. All of them are in index.html and junit.xml.',
    zh: 'GitHub 至多显示 {shown} 个。其余为：{rules}。全部内容见 index.html 与 junit.xml。',
  },
  inCount: { en: '{count} cases', zh: '{count} 个用例' },
  details: { en: 'Details', zh: '详情' },
  replays: { en: 'Send them again', zh: '重放命令' },
  knownFailure: { en: 'Known failure: {entry}', zh: '已知失败：{entry}' },
} as const satisfies Record<string, Text>;

/** What is not a rule of the contract, and yet a reason why a run is not good: its name for machines, and its title. */
export const otherRuleTitles = {
  expectation: { en: 'Expectation of a test', zh: '用例的预期' },
  observation: { en: 'Observation that changed', zh: '观察结果有变化' },
  threshold: { en: 'Threshold of load', zh: '压测阈值' },
  capacity: { en: 'Capacity', zh: '容量' },
  unanswered: { en: 'Measurement without an answer', zh: '测量未得出结论' },
  missed: { en: 'Fault that no test caught', zh: '没有用例发现的故障' },
  misnamed: { en: 'Fault that was caught under another rule', zh: '以其他规则发现的故障' },
  falseAlarm: { en: 'False alarm', zh: '误报' },
  environment: { en: 'Environment', zh: '环境' },
  credentials: { en: 'Credentials', zh: '登录凭据' },
  toolkit: { en: "The toolkit's own defect", zh: '本工具自身的缺陷' },
  interrupted: { en: 'Run that was cut short', zh: '提前结束的运行' },
} as const satisfies Record<string, Text>;
