import { type Html, html, trusted } from '../html.ts';
import type { Locale } from '../locale.ts';
import { sayObjectives } from '../objective-words.ts';
import { nothing, type Table, tableBlock } from '../table.ts';
import { languageTags, type TextKey } from '../texts.ts';
import { assumed } from './assumptions.ts';
import { type Question, type Rates, whatIf } from './what-if.ts';
import { answerLines, sayRate, sayTime } from './what-if-words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Deadlines that are answered without anybody asking, and for how many numbers of devices. */
const workedMs = [10 * minuteMs, hourMs, 8 * hourMs] as const;
const workedDevices = 4;

/** What stands in the fields at first. */
const first: Question = { devices: 1_000_000, deadlineMs: 10 * minuteMs, ...assumed };

const units = [
  ['unitSeconds', 1000],
  ['unitMinutes', minuteMs],
  ['unitHours', hourMs],
] as const satisfies readonly (readonly [TextKey, number])[];

/** Powers of ten, of which the largest takes more than one replica within the shortest deadline. */
function devicesWorked({ sizes }: Rates): number[] {
  const devicesPerSecond = Math.max(...sizes.map((size) => size.batchSize * size.requestsPerSecond));
  const most = (devicesPerSecond * assumed.utilisation * workedMs[0]) / 1000;
  const power = Math.max(workedDevices, Math.ceil(Math.log10(most)));
  return Array.from({ length: workedDevices }, (_, i) => 10 ** (power - workedDevices + 1 + i));
}

/** What some numbers of devices take within some deadlines. */
export function workedTable(rates: Rates, locale: Locale): Table {
  const { say, number } = locale;
  return {
    heads: (
      [
        'devicesToReset',
        'deadline',
        'batchSize',
        'planReplicas',
        'withSpare',
        'requestsPerSecond',
        'planTime',
        'leastRequests',
      ] as const
    ).map((key) => say(key)),
    rows: devicesWorked(rates).flatMap((devices) =>
      workedMs.map((deadlineMs) => {
        const plan = whatIf(rates, { ...first, devices, deadlineMs });
        const asked = [number(devices), sayTime(deadlineMs, locale)];
        if ('refusal' in plan) return [...asked, nothing, nothing, nothing, nothing, nothing, nothing];
        return [
          ...asked,
          number(plan.batchSize),
          number(plan.replicas),
          number(plan.replicas + assumed.spare),
          sayRate(plan.requestsPerSecond, locale),
          sayTime(plan.takesMs, locale),
          sayRate(plan.leastRequestsPerSecond, locale),
        ];
      }),
    ),
  };
}

function numberField(name: string, label: string, value: number | '', attributes: string): Html {
  return html`<label>${label} <input type="number" name="${name}" value="${value}" ${trusted(attributes)}></label>`;
}

function form(rates: readonly Rates[], locale: Locale): Html {
  const { say, lang } = locale;
  const options = rates.map(
    ({ objective }, i) => html`<option value="${i}">${sayObjectives(objective, locale)}</option>`,
  );
  const [own] = rates;
  const lines = own ? answerLines(whatIf(own, first), first, locale) : [];
  return html`<form class="what-if" lang="${languageTags[lang]}" data-rates="${JSON.stringify(rates)}" hidden>
<fieldset><legend>${say('whatIfLegend')}</legend>
${numberField('devices', say('devicesToReset'), first.devices, 'min="1" step="1" required')}
<span class="pair">${numberField('deadline', say('deadline'), first.deadlineMs / minuteMs, 'min="0" step="any" required')}
<select name="unit" aria-label="${say('deadlineUnit')}">${units.map(
    ([key, ms]) => html`<option value="${ms}"${ms === minuteMs && trusted(' selected')}>${say(key)}</option>`,
  )}</select></span>
<label class="long">${say('objective')} <select name="objective">${options}</select></label>
${numberField('batchSize', say('batchSizeOrBest'), '', 'min="1" step="1"')}
${numberField('utilisation', say('utilisationPercent'), first.utilisation * 100, 'min="1" max="100" step="any" required')}
${numberField('growth', say('growthPercent'), first.growth * 100, 'min="0" step="any" required')}
<label class="check"><input type="checkbox" name="spare" checked> ${say('spareReplica')}</label>
</fieldset>
<div role="status" aria-live="polite" aria-label="${say('answer')}"><dl>${lines.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl></div>
</form>`;
}

/** What resetting so many devices takes: to be asked where scripts run, and worked out for some questions. */
export function whatIfBlock(rates: readonly Rates[], locale: Locale): Html | false {
  const { say, percent } = locale;
  const [own] = rates;
  if (!own || own.sizes.length === 0) return false;
  const caption = say('workedTable', { objectives: sayObjectives(own.objective, locale) });
  return html`<h3>${say('whatIf')}</h3>
${form(rates, locale)}
<p>${caption}</p>
<div class="worked">${tableBlock(caption, workedTable(own, locale))}</div>
<p class="muted">${say('whatIfNote', { utilisation: percent(assumed.utilisation) })}</p>`;
}
