import type { LoadRecord } from '../../contracts/record.ts';
import { findingTexts } from '../capacity.ts';
import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { type Locale, sharedDecimals } from '../locale.ts';
import type { Table } from '../table.ts';
import { curveChart } from './curve-chart.ts';
import { type Curve, curvesOf, type Dot } from './curves.ts';

import { legendOf } from './legend.ts';

/** What a drawing marks, in words. */
function sayMarks({ lastGood, firstBad, knee }: Curve, { say, list, number }: Locale): string {
  const rateOf = (rate: number) => number(rate, sharedDecimals([rate]));
  const sayDot = (key: 'lastGoodAt' | 'firstBadAt', { rate, point }: Dot) =>
    say(key, { rate: rateOf(rate), ms: number(point.latencyMs.p99, 1) });
  const parts = [
    lastGood && sayDot('lastGoodAt', lastGood),
    firstBad && sayDot('firstBadAt', firstBad),
    knee !== undefined && say('kneeAt', { rate: rateOf(knee) }),
  ];
  return list(parts.filter((part) => typeof part === 'string')) || say('noMarks');
}

function tableOf({ dots, isPaced }: Curve, { say, number }: Locale): Table {
  const isSearch = dots.some(({ probe }) => probe);
  const rateDecimals = sharedDecimals(dots.map(({ rate }) => rate));
  const ms = (value: number) => number(value, 1);
  return {
    heads: [
      say(isPaced ? 'offeredRate' : 'requestsPerSecond'),
      ...(isPaced ? [say('requestsPerSecond')] : [say('connections')]),
      'p50',
      'p99',
      say('verdict'),
      ...(isSearch ? [say('probeKind'), say('probeFinding')] : []),
    ],
    rows: dots.map(({ rate, point, probe }) => [
      number(rate, rateDecimals),
      isPaced ? number(point.requestsPerSecond, rateDecimals) : number(point.connections ?? 0),
      ms(point.latencyMs.p50),
      ms(point.latencyMs.p99),
      say(point.verdict),
      ...(probe
        ? [say(probe.isConfirmation ? 'confirmation' : 'look'), say(findingTexts[probe.finding])]
        : []),
    ]),
  };
}

/** How latency grows with the rate: a small drawing for each batch size. */
export function curveBlock(load: LoadRecord, locale: Locale): Html | false {
  const { say, number } = locale;
  const curves = curvesOf(load);
  if (curves.length === 0) return false;
  const isPaced = curves.some((curve) => curve.isPaced);
  return html`<h3>${say('curves')}</h3>
<p class="muted">${say(isPaced ? 'curvesNote' : 'closedCurvesNote')} ${legendOf(load.points, locale)}</p>
<div class="multiples">
${curves.map((curve) =>
  figure(
    {
      caption: say('sized', { size: number(curve.batchSize) }),
      alternative: sayMarks(curve, locale),
      note: sayMarks(curve, locale),
      table: tableOf(curve, locale),
      draw: (size) => curveChart(curve, locale, size),
      width: 'third',
    },
    locale,
  ),
)}
</div>`;
}
