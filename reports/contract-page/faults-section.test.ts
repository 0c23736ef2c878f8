import { expect, test } from 'vitest';
import { runRecord } from '../../contracts/record.ts';
import { renderSummary } from '../formats/markdown/summary.ts';
import { verdictOf } from '../model.ts';
import { renderHtml } from '../page.ts';
import { caughtFaults, missed, missedFaults, row, variant } from '../sample-faults.ts';
import { cheapestOf } from './faults-section.ts';

test('a matrix is a record', () => {
  expect(runRecord.problems(caughtFaults)).toEqual([]);
  expect(runRecord.problems(missedFaults)).toEqual([]);
});

test.each([
  ['all caught', caughtFaults, 'kept', 'Every fault caught, no false alarm'],
  ['one missed', missedFaults, 'broken', 'Faults missed, or false alarms'],
  [
    'a false alarm',
    { ...caughtFaults, rows: [{ ...variant, verdict: 'falseAlarm' as const }] },
    'broken',
    'Faults missed, or false alarms',
  ],
  [
    'the wrong rule',
    { ...caughtFaults, rows: [row({ verdict: 'misnamed' })] },
    'broken',
    'Faults missed, or false alarms',
  ],
  ['interrupted', { ...caughtFaults, interrupted: true }, 'incomplete', 'Not complete'],
  ['nothing played', { ...caughtFaults, rows: [] }, 'incomplete', 'Not complete'],
])('the verdict: %s', (_name, faults, verdict, title) => {
  expect(verdictOf({ faults })).toBe(verdict);
  expect(renderHtml({ faults }, 'en')).toMatch(new RegExp(`<h1>.*${title}</h1>`));
});

test('the headline counts faults, variants and requests', () => {
  expect(renderSummary({ faults: missedFaults }, 'en')).toContain(
    '- 1 of 2 faults caught by the rule that must; 1 of 1 correct variants passed; 465 requests',
  );
  expect(renderSummary({ faults: missedFaults }, 'zh')).toContain('2 个故障中有 1 个被对应规则发现');
});

test('the cheapest case is one that names the rule', () => {
  expect(cheapestOf(row())).toBe(2);
  expect(cheapestOf(missed)).toBeUndefined();
});

test('the matrix says how many cases named which rule, and that none named the one that must', () => {
  const page = renderHtml({ faults: missedFaults }, 'en');
  expect(page).toContain('<td class="expected">2</td>');
  expect(page).toContain('<td class="expected failed">✗</td>');
  expect(page).toContain('success › a batch of 2');
  expect(page).toContain('Correct variant');
});

test('what was missed stands first, and suites stand beside rules', () => {
  const page = renderHtml({ faults: missedFaults }, 'zh');
  expect(page).toContain('<strong class="bad">未发现</strong> <code>drop-last</code>');
  expect(page).toContain('应由规则“批量守恒”发现');
  const [first, second] = [...page.matchAll(/<th scope="row"><code>(drop-[a-z]+)</g)].map(([, name]) => name);
  expect([first, second]).toEqual(['drop-last', 'drop-device']);
  expect(page).toContain('<th scope="col" class="upright"><span>成功（success）</span></th>');
  expect(renderHtml({ faults: caughtFaults }, 'zh')).not.toContain('class="misses"');
});

test('the same in Markdown', () => {
  const summary = renderSummary({ faults: missedFaults }, 'en');
  expect(summary).toContain('| drop-last: The first device is missing | missed | batch-law | 0 | 155 |');
  expect(summary).toContain('npm run pkdk -- faults --seed');
});
