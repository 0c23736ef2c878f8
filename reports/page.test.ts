import { describe, expect, test } from 'vitest';
import { escapeHtml } from './html.ts';
import { renderHtml } from './page.ts';
import { brokenSuite, curl, exchange, keptSuite } from './sample-suites.ts';
import { brokenLoad, interruptedLoad, keptLoad } from './sample-sweeps.ts';

describe('verdict', () => {
  test.each([
    [{ suite: keptSuite, load: keptLoad }, 'Contract kept'],
    [{ suite: brokenSuite }, 'Contract broken'],
    [{ load: interruptedLoad }, 'Not complete'],
    [{}, 'Not complete'],
  ])('comes first', (records, title) => {
    const page = renderHtml(records, 'en');
    expect(page).toMatch(new RegExp(`<title>${title}`));
    expect(page).toMatch(new RegExp(`<h1>.*${title}</h1>`));
  });

  test('names the best batch size and what it carries', () => {
    const page = renderHtml({ load: keptLoad }, 'en');
    expect(page).toContain('Batch size 100 carries the most: 36,700 devices/s');
  });

  test('never calls a generator-limited number the service’s', () => {
    const points = brokenLoad.points.slice(0, 1);
    const page = renderHtml({ load: { ...brokenLoad, points } }, 'en');
    expect(page).toContain('No batch size was measured validly');
    expect(page).toContain('Batch size 1 carries at least 9,120 devices/s');
    expect(page).toContain('≥ 9,120');
  });

  test('tells how far an interrupted sweep came', () => {
    expect(renderHtml({ load: interruptedLoad }, 'en')).toContain('2 of 6 batch sizes measured');
  });
});

describe('a failed case', () => {
  const page = renderHtml({ suite: brokenSuite, load: brokenLoad }, 'en');

  test('shows rule, place and finding, and all that repeats it', () => {
    expect(page).toContain('<code>ownership</code>');
    expect(page).toContain('<code>/data/successList/1</code>');
    expect(page).toContain(escapeHtml("another account's device p22qMX D001 succeeded"));
    expect(page).toContain(escapeHtml(curl));
    expect(page).toContain('seed 20261122, index 7');
    expect(page).toMatch(
      /<dt>Expected<.dt><dd>p22qMX D001 in failedList.*<dt>Received<.dt><dd>in successList/s,
    );
    expect(page).toContain('&quot;data&quot;: {\n    &quot;successList&quot;: [\n');
  });

  test('is told in the language of the report', () => {
    expect(renderHtml({ suite: brokenSuite }, 'zh')).toContain('其他账号的设备 p22qMX D001 成功了');
  });

  test('without an answer says why there is none', () => {
    const { response: _response, ...silent } = exchange('x1', { outcome: 'timeout', failure: 'timeout' });
    const suite = { ...brokenSuite, exchanges: [silent] };
    expect(renderHtml({ suite }, 'en')).toContain('timed out · no answer (timeout)');
  });

  test('shortens a long body and says by how much', () => {
    const long = exchange('x1', { request: { ...exchange('x1').request, body: 'a'.repeat(5234) } });
    const shortened = renderHtml({ suite: { ...brokenSuite, exchanges: [long] } }, 'en');
    expect(shortened).toContain('1,234 more characters');
    expect(shortened).not.toContain('a'.repeat(4001));
  });
});

test('cases that did not run are counted, and how to run them is said', () => {
  const suite = { ...brokenSuite, planned: brokenSuite.cases.length + 25 };
  expect(renderHtml({ suite }, 'en')).toContain('25 of 40 cases did not run');
  expect(renderHtml({ suite: { ...suite, interrupted: true } }, 'en')).not.toContain('did not run');
  expect(renderHtml({ suite: brokenSuite }, 'en')).not.toContain('did not run');
});

test('a skipped case gives its reason', () => {
  expect(renderHtml({ suite: keptSuite }, 'en')).toContain('PKDK_FOREIGN_DEVICES is not set');
});

test('a point that is not valid says why', () => {
  const page = renderHtml({ load: brokenLoad }, 'en');
  expect(page).toContain('Batch size 500 (refused): the service refuses this size: code 5312');
  expect(page).toContain('Batch size 1 (generator-limited): the load generator used 97 % of a core');
});

test('both charts say their numbers to who cannot see them', () => {
  const page = renderHtml({ load: keptLoad }, 'en');
  expect(page).toContain('aria-label="Devices per second by batch size. Batch size 1: Devices/s 1,840');
  expect(page).toContain('Batch size 100: p50 25.6, p95 37.6, p99 57.2');
});

test('a sweep without any measurement has no charts', () => {
  const points = brokenLoad.points.filter(({ verdict }) => verdict === 'refused');
  const page = renderHtml({ load: { ...brokenLoad, points } }, 'en');
  expect(page).not.toContain('<svg');
  expect(page).toContain('code 5312');
});

test('the same records give the same page', () => {
  const records = { suite: brokenSuite, load: brokenLoad };
  expect(renderHtml(records, 'zh')).toBe(renderHtml(records, 'zh'));
});

describe('the cost of a call', () => {
  test('is a sentence, a drawing and how sure it is', () => {
    const page = renderHtml({ load: keptLoad }, 'en');
    expect(page).toContain('A call costs 4.12 ms + 0.051 ms a device');
    expect(page).toContain(
      'a call by batch size, ms. A call costs 4.12 ms + 0.051 ms a device. Batch size 1: Measured, ms 4.2, Model, ms 4.17',
    );
    expect(page).toContain('4.09 to 4.16 ms, 0.0508 to 0.0512 ms a device');
  });

  test('is missing with the reason, or without a word where it was not tried', () => {
    expect(renderHtml({ load: brokenLoad }, 'zh')).toContain('实际只有 2 次');
    expect(renderHtml({ load: interruptedLoad }, 'en')).not.toContain('Cost of a call');
  });
});

test('an answer that broke the contract while nothing waited breaks it as well', () => {
  const { lowLoad } = keptLoad;
  const counts = { ...keptLoad.points[0]?.counts, contractViolation: 1 };
  const load = {
    ...keptLoad,
    ...(lowLoad && { lowLoad: { ...lowLoad, counts: { ...lowLoad.counts, ...counts } } }),
  };
  expect(renderHtml({ load }, 'en')).toMatch(/<h1>.*Contract broken/);
});
