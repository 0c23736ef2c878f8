import type { RunRecord } from '../contracts/record.ts';
import { type Html, html } from './html.ts';
import type { Locale } from './locale.ts';
import type { Records } from './model.ts';
import { commandsOf, partsOf, type RunRow, runRows } from './run-rows.ts';
import type { Section } from './sections.ts';

/** Values that the parts share are said once. */
function runRow({ label, values }: RunRow): Html {
  const [first = ''] = values;
  const cells = values.every((value) => value === first)
    ? html`<td colspan="${values.length}">${first}</td>`
    : values.map((value) => html`<td>${value}</td>`);
  return html`<tr><th scope="row">${label}</th>${cells}</tr>`;
}

/** What it takes to run it again: the commands, and what they depend on. */
export function runSection(records: Records, locale: Locale): Section {
  const parts = partsOf(records);
  const titles = { suite: locale.say('contract'), load: locale.say('load'), faults: locale.say('faults') };
  const titleOf = (part: RunRecord) =>
    records.secondLoad && part.kind === 'load'
      ? locale.say('labelled', { label: titles.load, value: part.scenario })
      : titles[part.kind];
  const content = html`<h3>${locale.say('command')}</h3>
<pre class="curl" tabindex="0">${commandsOf(records).join('\n')}</pre>
<table class="run">
${parts.length > 1 && html`<thead><tr><td></td>${parts.map((part) => html`<th>${titleOf(part)}</th>`)}</tr></thead>`}
<tbody>${runRows(records, locale).map(runRow)}</tbody>
</table>`;
  return { anchor: 'run', title: locale.say('run'), content };
}
