import { occurred, outcomeNames } from './outcome.ts';
import type { Point } from './record.ts';
import { fillAll, type Lang, type Text } from './text.ts';

type Judged = Pick<Point, 'verdict' | 'counts' | 'codes' | 'generator'>;

const texts = {
  silent: { en: 'nothing was answered', zh: '没有任何应答' },
  bad: { en: 'not every answer was good: {outcomes}', zh: '并非所有应答都正常：{outcomes}' },
  refused: { en: 'the service refuses this size: code {code}', zh: '服务拒绝该批大小：业务码 {code}' },
  refusedByHttp: { en: 'the service refuses this size: HTTP 4xx', zh: '服务拒绝该批大小：HTTP 4xx' },
  busy: {
    en: 'the load generator used {percent} % of a core: the service carries at least this',
    zh: '压测端占用了单核的 {percent}%：服务的能力不低于此值',
  },
} satisfies Record<string, Text>;

function listed(counts: Judged['counts'], lang: Lang): string {
  return occurred(counts)
    .map(([outcome, count]) => `${outcomeNames[outcome][lang]} ${count}`)
    .join(lang === 'zh' ? '、' : ', ');
}

/** Why a point is not valid, from its own numbers; empty when it is. */
export function pointReason({ verdict, counts, codes, generator }: Judged): Text {
  if (verdict === 'valid') return { en: '', zh: '' };
  if (verdict === 'refused') {
    const [code] = Object.keys(codes);
    return code === undefined ? texts.refusedByHttp : fillAll(texts.refused, { code });
  }
  if (verdict === 'generator-limited') {
    return fillAll(texts.busy, { percent: Math.round(generator.cpu * 100) });
  }
  if (counts.sent === counts.aborted) return texts.silent;
  return fillAll(texts.bad, { outcomes: { en: listed(counts, 'en'), zh: listed(counts, 'zh') } });
}
