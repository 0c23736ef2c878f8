import type { Capacity } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import { type Locale, sharedDecimals } from '../locale.ts';
import { type Table, tableBlock } from '../table.ts';
import { assumed } from './assumptions.ts';
import { daySeconds, headRoom } from './head-room.ts';
import { sayRate } from './what-if-words.ts';

/** Peaks that are worked out, as multiples of what one replica carries, and how precisely they are said. */
const peaks = [0.5, 1, 2, 5, 10, 20];
const digits = 2;

/** How many replicas a peak takes, how hard they work, and for how long they do. */
export function headRoomTable(perReplica: number, { say, number, compact, percent }: Locale): Table {
  const { utilisation, growth } = assumed;
  return {
    heads: (
      [
        'peakDevices',
        'devicesADay',
        'planReplicas',
        'withSpare',
        'utilisationWithSpare',
        'monthsLeft',
      ] as const
    ).map((key) => say(key)),
    rows: peaks.map((peak) => {
      const devicesPerSecond = Number((peak * perReplica).toPrecision(digits));
      const room = headRoom({ devicesPerSecond, perReplica, utilisation, growth });
      return [
        number(devicesPerSecond, sharedDecimals([devicesPerSecond])),
        compact(devicesPerSecond * daySeconds),
        number(room.replicas),
        number(room.withSpare),
        percent(room.utilisation),
        number(room.months ?? 0),
      ];
    }),
  };
}

/** What peaks take; nothing where no rate held the objective. */
export function headRoomBlock({ interval, batchSize = 1 }: Capacity, locale: Locale): Html | false {
  const { say, number, percent } = locale;
  if (!interval) return false;
  const caption = say('headRoom');
  return html`<h3>${caption}</h3>
${tableBlock(caption, headRoomTable(interval.low, locale))}
<p class="muted">${say('headRoomNote', {
    devices: sayRate(interval.low, locale),
    size: number(batchSize),
    utilisation: percent(assumed.utilisation),
    growth: percent(assumed.growth),
  })}</p>`;
}
