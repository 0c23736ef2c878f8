import { generatorFaults } from './generator-faults.ts';
import { goodOf, occurred, outcomeNames } from './outcome.ts';
import type { Point } from './record.ts';
import { shortfall } from './shortfall.ts';
import { spreadReason } from './spread.ts';
import { unsteadiness } from './steadiness.ts';
import { fillAll, type Lang, type Text } from './text.ts';

type Judged = Pick<
  Point,
  | 'verdict'
  | 'counts'
  | 'codes'
  | 'latencyMs'
  | 'offeredRate'
  | 'objectiveMs'
  | 'generator'
  | 'steadiness'
  | 'overflow'
  | 'backlog'
  | 'token'
  | 'stoppedBy'
  | 'processes'
>;

const texts = {
  silent: { en: 'nothing was answered', zh: '没有任何应答' },
  stopped: {
    en: 'an answer broke the contract ({rule}), and the run ended there',
    zh: '有应答违反契约（{rule}），压测随即停止',
  },
  bad: { en: 'not every answer was good: {outcomes}', zh: '并非所有应答都正常：{outcomes}' },
  refused: { en: 'the service refuses this size: code {code}', zh: '服务拒绝该批大小：业务码 {code}' },
  refusedByHttp: { en: 'the service refuses this size: HTTP 4xx', zh: '服务拒绝该批大小：HTTP 4xx' },
} satisfies Record<string, Text>;

function joined(reasons: readonly Text[]): Text {
  return { en: reasons.map(({ en }) => en).join('; '), zh: reasons.map(({ zh }) => zh).join('；') };
}

function listed(counts: Judged['counts'], lang: Lang): string {
  return occurred(counts)
    .map(([outcome, count]) => `${outcomeNames[outcome][lang]} ${count}`)
    .join(lang === 'zh' ? '、' : ', ');
}

/** Why a point is not valid, from its own numbers; empty when it is. */
export function pointReason(point: Judged): Text {
  const { verdict, counts, codes, token, stoppedBy } = point;
  if (verdict === 'valid') return { en: '', zh: '' };
  const spread = stoppedBy ? undefined : spreadReason(point);
  if (spread) return spread;
  if (verdict === 'refused') {
    const [code] = Object.keys(codes);
    return code === undefined ? texts.refusedByHttp : fillAll(texts.refused, { code });
  }
  if (verdict === 'generator-limited') return joined(generatorFaults(point));
  if (verdict === 'not-steady') return joined(unsteadiness(point));
  if (stoppedBy) return fillAll(texts.stopped, { rule: stoppedBy });
  if (counts.sent === counts.aborted) return texts.silent;
  const reasons = shortfall(point);
  if (goodOf(counts, token) < counts.sent - counts.aborted) {
    const outcomes = { en: listed(counts, 'en'), zh: listed(counts, 'zh') };
    reasons.push(fillAll(texts.bad, { outcomes }));
  }
  return joined(reasons);
}
