import type { Text } from '../../contracts/text.ts';

/** What a comparison of two sides says. */
export const comparisonTexts = {
  comparison: { en: 'Comparison', zh: '对比' },
  comparedBase: { en: 'base', zh: '基线' },
  comparedHead: { en: 'head', zh: '对比方' },
  isSlower: { en: 'slower', zh: '变慢' },
  isFaster: { en: 'faster', zh: '变快' },
  cantTell: { en: "can't tell", zh: '无法判定' },
  slowerTitle: {
    en: 'Head is slower than base in {slower} of {all} figures',
    zh: '对比方在 {all} 项指标中有 {slower} 项变慢',
  },
  fasterTitle: {
    en: 'Head is faster than base in {faster} of {all} figures',
    zh: '对比方在 {all} 项指标中有 {faster} 项变快',
  },
  mixedTitle: {
    en: 'Of {all} figures head is slower than base in {slower} and faster in {faster}',
    zh: '在 {all} 项指标中，对比方有 {slower} 项变慢、{faster} 项变快',
  },
  cantTellTitle: {
    en: "Can't tell head from base: none of {all} figures is shown to have changed",
    zh: '无法判定对比方与基线有别：{all} 项指标均未显示出变化',
  },
  contractChangedTitle: { en: 'The behaviour of the service changed', zh: '服务行为有变化' },
  contractSameTitle: { en: 'The behaviour of the service is the same', zh: '服务行为没有变化' },
  changeDetail: {
    en: '{load}, {metric}: {word}, {change} (95 % interval {low} to {high})',
    zh: '{load}，{metric}：{word}，{change}（95% 置信区间 {low} 至 {high}）',
  },
  cantTellDetail: {
    en: "can't tell for {count} figures: no difference is beyond doubt, which does not show that there is none",
    zh: '{count} 项指标无法判定：没有确凿的差异，但这并不证明没有差异',
  },
  failedByDetail: { en: '--fail-on {conditions}: failed', zh: '--fail-on {conditions}：不通过' },
  comparedAnyway: {
    en: 'Compared with --anyway, though the two are not comparable:',
    zh: '以 --anyway 强行比较，二者本不可比：',
  },
  comparedLoad: { en: 'load', zh: '负载' },
  comparedFigure: { en: 'figure', zh: '指标' },
  changeShare: { en: 'change', zh: '变化' },
  changeInterval: { en: '95 % interval', zh: '95% 置信区间' },
  effectBlocks: { en: "effect (Cohen's d)", zh: '效应量（Cohen d）' },
  effectRecords: { en: "effect (Glass's Δ)", zh: '效应量（Glass Δ）' },
  verdictWord: { en: 'head is', zh: '结论' },
  throughputFigure: { en: 'devices/s', zh: '台/秒' },
  latencyFigure: { en: '{percentile} (ms)', zh: '{percentile}（毫秒）' },
  capacityFigure: { en: 'capacity (devices/s)', zh: '容量（台/秒）' },
  fixedFigure: { en: 'fixed cost of a call (ms)', zh: '单次调用固定耗时（毫秒）' },
  perDeviceFigure: { en: 'cost of a device (ms)', zh: '每台设备耗时（毫秒）' },
  comparedConnections: { en: '{connections} connections', zh: '{connections} 个连接' },
  comparedRate: { en: '{rate} requests/s', zh: '每秒 {rate} 个请求' },
  wholeRun: { en: 'a call by itself', zh: '单个调用' },
  wordRule: {
    en: 'A direction is said only where the change is beyond doubt with all figures taken together (Holm, 1 %); an interval is of its figure alone. Too few answers, or fewer than three seconds, have no interval.',
    zh: '只有在所有指标一并考虑仍确凿无疑时（Holm 校正，1%）才给出方向；置信区间只针对单项指标。应答太少或测量不足三秒时没有区间。',
  },
  recordsMethod: {
    en: "The two runs were measured one after the other: whatever else changed in between is part of the change; load compare measures both in turn. Effect: Glass's Δ, the change in standard deviations of base (of its seconds, of its latencies).",
    zh: '两次运行先后测量：期间的其他变化也计入差异；load compare 可交替测量双方。效应量为 Glass Δ：变化量除以基线的标准差（各秒吞吐、各应答延迟）。',
  },
  blocksMethod: {
    en: "{blocks} blocks, in each both sides one right after the other and in changing order. Student's t of the differences of logarithms within blocks; effect: Cohen's d, their mean in their standard deviations.",
    zh: '共 {blocks} 个区组，每个区组内双方紧接着测量、先后次序轮换。对区组内对数之差做 Student t 检验；效应量为 Cohen d：差的均值除以其标准差。',
  },
  blocksLeftOut: {
    en: 'Blocks left out, since a side could not be measured in them: {count}.',
    zh: '因其中一方未能有效测量而剔除的区组：{count} 个。',
  },
  testChanges: { en: 'Tests that end otherwise', zh: '结果有变的用例' },
  newFindings: { en: 'New findings', zh: '新增的发现' },
  goneFindings: { en: 'Gone findings', zh: '消失的发现' },
  otherObservations: { en: 'Changed observations', zh: '有变化的观察' },
  lostCoverage: { en: 'No longer covered', zh: '不再覆盖' },
  gainedCoverage: { en: 'Newly covered', zh: '新覆盖' },
  nothingChanged: {
    en: 'No finding, observation, coverage or result of a test changed.',
    zh: '发现、观察、覆盖与用例结果均无变化。',
  },
  absentSide: { en: '(absent)', zh: '（无）' },
  comparedTest: { en: 'test', zh: '用例' },
  comparedRule: { en: 'rule', zh: '规则' },
  comparedPlace: { en: 'where', zh: '位置' },
  comparedFinding: { en: 'finding', zh: '发现' },
  comparedFact: { en: 'fact', zh: '事实' },
} as const satisfies Record<string, Text>;
