import { type CoverageGroup, coverageGroups, placeOfPoint } from '../../contracts/coverage-place.ts';
import { grouped } from '../../contracts/grouped.ts';
import type { SuiteRecord } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import type { TextKey } from '../texts.ts';

type Point = SuiteRecord['coverage']['points'][number];
type State = 'covered' | 'notCovered' | 'notPossible';

/** Told apart by their shapes, not by colour alone. */
const marks: Readonly<Record<State, string>> = { covered: '✓', notCovered: '✗', notPossible: '○' };
const states: readonly State[] = ['covered', 'notCovered', 'notPossible'];

const columnTexts: Readonly<Record<string, TextKey>> = { kept: 'valueKept', broken: 'valueBroken' };

function stateOf({ isCovered, lack }: Point): State {
  if (isCovered) return 'covered';
  return lack ? 'notPossible' : 'notCovered';
}

function cell(point: Point | undefined, { say, lang }: Locale): Html {
  if (!point) return html`<td></td>`;
  const state = stateOf(point);
  return html`<td class="${state}" title="${point.text[lang]}"><span aria-hidden="true">${marks[state]}</span><span class="unseen">${say(state)}</span></td>`;
}

/** The points of one kind, which have a place each, by rows and columns. */
function matrix(group: CoverageGroup, points: readonly Point[], locale: Locale): Html {
  const { say, lang } = locale;
  const placed = points.flatMap((point) => {
    const place = placeOfPoint(point.id);
    return place ? [{ point, ...place }] : [];
  });
  const columns = [...new Set(placed.map(({ column }) => column))];
  const heading = (column: string) => {
    const key = columnTexts[column];
    return key ? say(key) : column || say('covered');
  };
  return html`<table class="coverage">
<thead><tr><th scope="col">${coverageGroups[group][lang]}</th>${columns.map((column) => html`<th scope="col">${heading(column)}</th>`)}</tr></thead>
<tbody>${[...grouped(placed, ({ row }) => row)].map(
    ([row, inRow]) => html`<tr><th scope="row"><code>${row}</code></th>
${columns.map((column) => cell(inRow.find((one) => one.column === column)?.point, locale))}</tr>`,
  )}</tbody></table>`;
}

function openPoints(open: readonly Point[], { say, lang }: Locale): Html {
  return html`<p class="muted">${say('notCoveredIntro')}</p><table class="prose">
<thead><tr><th scope="col">${say('coveragePoint')}</th><th scope="col">${say('reason')}</th></tr></thead>
<tbody>${open.map(({ text, lack }) => html`<tr><td>${text[lang]}</td><td>${lack?.[lang] ?? say('nothingLacked')}</td></tr>`)}</tbody>
</table>`;
}

/** Which points of the contract the run has tried or seen, as matrices, and why the others were not. */
export function coverageMatrix({ coverage }: SuiteRecord, locale: Locale): Html | false {
  const { say, number } = locale;
  const { points, covered, total } = coverage;
  const open = points.filter(({ isCovered }) => !isCovered);
  const groups = grouped(points, ({ id }) => placeOfPoint(id)?.group);
  const used = states.filter((state) => points.some((point) => stateOf(point) === state));
  return (
    points.length > 0 &&
    html`<h3>${say('coverage')}</h3>
<p>${say('coverageDetail', { covered: number(covered), total: number(total) })} <span class="muted">${used.map((state) => html`<span class="${state}">${marks[state]}</span> ${say(state)} `)}</span></p>
<div class="matrices">${[...groups].map(([group, ofGroup]) => group && matrix(group, ofGroup, locale))}</div>
${open.length > 0 && openPoints(open, locale)}`
  );
}
