import { tokenNames } from '../contracts/exchange.ts';
import { occurred, outcomeNames } from '../contracts/outcome.ts';
import { pointReason } from '../contracts/point-reason.ts';
import { fill, type Lang, type Text } from '../contracts/text.ts';
import type { Watch } from '../load/scenarios/scenario.ts';
import type { Terminal } from './terminal.ts';

const texts = {
  loading: {
    en: 'batch size {size}: point {point} of {points}, {sent} requests, {seconds} s left',
    zh: '批大小 {size}：第 {point}/{points} 点，已发 {sent} 个请求，剩余 {seconds} 秒',
  },
  lowLoad: {
    en: 'calls one after another, for what a call costs: {seconds} s left',
    zh: '逐个调用以测量单次调用的耗时：剩余 {seconds} 秒',
  },
  measured: {
    en: 'batch size {size}: {devices} devices/s, {requests} requests/s, p99 {p99} ms',
    zh: '批大小 {size}：{devices} 台/秒，{requests} 个请求/秒，p99 {p99} 毫秒',
  },
  carried: {
    en: 'batch size {size} at {rate} requests/s: p50 {p50} ms, p99 {p99} ms from the planned moment',
    zh: '批大小 {size}，每秒 {rate} 个请求：自计划时刻起 p50 {p50} 毫秒，p99 {p99} 毫秒',
  },
  refused: {
    en: 'batch size {size}, {token} token: {requests} refusals/s, p99 {p99} ms',
    zh: '批大小 {size}，{token} token：每秒拒绝 {requests} 次，p99 {p99} 毫秒',
  },
  probing: {
    en: 'batch size {size}, probe {point} of at most {points}, {rate} requests/s: {outcomes}; at most {seconds} s left',
    zh: '批大小 {size}，第 {point} 次试探（至多 {points} 次），每秒 {rate} 个请求：{outcomes}；至多剩余 {seconds} 秒',
  },
  worthlessRate: {
    en: 'batch size {size} at {rate} requests/s: {reason}',
    zh: '批大小 {size}，每秒 {rate} 个请求：{reason}',
  },
  block: { en: 'block {block}, {side}: {said}', zh: '区组 {block}，{side}：{said}' },
  base: { en: 'base', zh: '基线' },
  head: { en: 'head', zh: '对比方' },
  worthless: { en: 'batch size {size}: {reason}', zh: '批大小 {size}：{reason}' },
} satisfies Record<string, Text>;

/** Tells a person where the load is, and what each point came to. */
export function talk(terminal: Terminal, lang: Lang): Watch {
  return {
    onProgress({ batchSize, point, points, counts, msLeft, rate }) {
      const seconds = Math.ceil(msLeft / 1000);
      if (rate !== undefined) {
        const outcomes = occurred(counts).map(
          ([outcome, count]) => `${outcomeNames[outcome][lang]} ${count}`,
        );
        const place = { size: batchSize, point, points, rate: rate.toFixed(1), seconds };
        return terminal.status(fill(texts.probing, lang, { ...place, outcomes: outcomes.join(', ') }));
      }
      terminal.status(
        fill(texts.loading, lang, { size: batchSize, point, points, sent: counts.sent, seconds }),
      );
    },
    onLowLoad(msLeft) {
      terminal.status(fill(texts.lowLoad, lang, { seconds: Math.ceil(msLeft / 1000) }));
    },
    onPoint(point) {
      const { batchSize, latencyMs, offeredRate, token = 'valid', verdict } = point;
      const rate = offeredRate?.toFixed(1) ?? '-';
      const closed = token === 'valid' ? texts.measured : texts.refused;
      const measured = fill(offeredRate === undefined ? closed : texts.carried, lang, {
        size: batchSize,
        devices: Math.round(point.devicesPerSecond).toLocaleString(lang),
        requests: point.requestsPerSecond.toFixed(1),
        rate,
        token: tokenNames[token],
        p50: latencyMs?.p50.toFixed(1) ?? '-',
        p99: latencyMs?.p99.toFixed(1) ?? '-',
      });
      const reason = pointReason(point)[lang];
      const { block, side } = point;
      const say = (said: string) =>
        terminal.say(block && side ? fill(texts.block, lang, { block, side: texts[side], said }) : said);
      if (verdict === 'valid') say(measured);
      else if (verdict === 'generator-limited' || verdict === 'not-steady') say(`${measured} (${reason})`);
      else
        say(
          fill(offeredRate === undefined ? texts.worthless : texts.worthlessRate, lang, {
            size: batchSize,
            rate,
            reason,
          }),
        );
    },
  };
}
