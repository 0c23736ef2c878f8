import { describe, expect, test } from 'vitest';
import type { Finding } from '../../contracts/finding.ts';
import type { Case, RecordedExchange, SuiteRecord } from '../../contracts/record.ts';
import { localeOf } from '../locale.ts';
import { renderHtml } from '../page.ts';
import { brokenSuite, exchange, foreignSucceeded, keptSuite, serverError } from '../sample-suites.ts';
import { ruleGroups } from './rule-groups.ts';
import { contractSection } from './section.ts';

const [en, zh] = [localeOf('en'), localeOf('zh')];
const contentOf = (suite: SuiteRecord, locale = en) => contractSection(suite, locale).content.toString();

const failed = (i: number, changes: Partial<Case> = {}): Case => ({
  ...{ id: `c${i}`, title: `case ${i}`, suite: 'isolation', status: 'failed', problem: 'contract' },
  ...{ durationMs: 1, findings: [], exchangeIds: [], ...changes },
});

/** A case for each of these findings, made in an exchange of its own. */
function suiteOf(findings: readonly Finding[]): SuiteRecord {
  return {
    ...brokenSuite,
    cases: findings.map((finding, i) => failed(i, { findings: [finding], exchangeIds: [`x${i}`] })),
    exchanges: findings.map((finding, i) => exchange(`x${i}`, { findings: [finding] })),
  };
}

const ofDevice = (i: number): Finding => ({
  ...foreignSucceeded,
  at: `/data/successList/${i % 2}`,
  params: { kind: 'foreignSucceeded', pk: 'p22qMX', dk: `D${i}` },
});

describe('findings by rule', () => {
  test('say what the rule asks for, both sides, the case, and what repeats it', () => {
    const page = contentOf(brokenSuite);
    expect(page).toContain(
      '<h4>Ownership <code>ownership</code> <span class="muted">cases: 1 · exchanges: 1',
    );
    expect(page).toContain('<p>The caller&#39;s own devices succeed;');
    expect(page).toContain('<code>/data/successList/1</code> · isolation › devices of another account fail');
    expect(page).toContain('replay reports/out/20261122-232000-c3d4 x1</pre>');
    expect(contentOf(brokenSuite, zh)).toContain('<dt>预期</dt><dd>HTTP 200, 4xx</dd>');
  });

  test('mark the place in the answer and the device in the request', () => {
    const marked = [...contentOf(brokenSuite).matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text]) => text);
    expect(marked).toEqual([
      '{&quot;pk&quot;: &quot;p22qMX&quot;, &quot;dk&quot;: &quot;D001&quot;}',
      '{&quot;pk&quot;: &quot;p22qMX&quot;, &quot;dk&quot;: &quot;D001&quot;, &quot;resetCredentials&quot;: &quot;[credential 2]&quot;}',
    ]);
  });

  test('fold those that differ in their device alone, and name their cases', () => {
    const [group, ...others] = ruleGroups(suiteOf(Array.from({ length: 37 }, (_, i) => ofDevice(i))));
    expect(others).toEqual([]);
    expect(group).toMatchObject({ rule: 'ownership', cases: 37, exchanges: 37 });
    expect(group?.found).toHaveLength(1);
    const page = contentOf(suiteOf(Array.from({ length: 37 }, (_, i) => ofDevice(i))));
    expect(page).toContain('<summary>× 37 cases</summary>');
    expect(page).toContain('<li>isolation › case 19 <span class="muted">x19 /data/successList/1</span></li>');
    expect(page).toContain('17 more are in record.json');
    expect(page.match(/class="exchange"/g)).toHaveLength(1);
  });

  test('keep apart what says something else', () => {
    const status = (number: number): Finding => ({
      ...serverError,
      params: { kind: 'unexpected', status: number, expected: 200 },
    });
    const findings = [status(500), status(502), ofDevice(1), status(502)];
    const groups = ruleGroups(suiteOf(findings));
    expect(groups.map(({ rule, found }) => [rule, found.map(({ cases }) => cases)])).toEqual([
      ['http-status', [2, 1]],
      ['ownership', [1]],
    ]);
    expect(contentOf(suiteOf(findings))).toContain('<a href="#rule-http-status-en">HTTP status</a>');
  });

  test('a finding that takes two answers is shown in the later one, and one case counts once', () => {
    const finding: Finding = {
      ...{ rule: 'credential', severity: 'violation', message: '' },
      at: '/data/successList/1/resetCredentials',
      params: { kind: 'differs', pk: 'p22qMX', dk: 'D001', other: 'x1' },
    };
    const exchanges = ['x1', 'x2'].map((id) => exchange(id, { findings: [] }));
    const cases = [failed(1, { findings: [finding, finding], exchangeIds: ['x1', 'x2'] })];
    const suite = { ...brokenSuite, cases, exchanges };
    expect(ruleGroups(suite)).toMatchObject([{ rule: 'credential', cases: 1, exchanges: 1 }]);
    const page = contentOf(suite);
    expect(page).toContain('<dd>for p22qMX D001 the credential of exchange x1</dd>');
    expect(page).toContain('<dd>&quot;[credential 2]&quot;</dd>');
    expect(page).toContain('<p class="title">Exchange x2');
    expect(ruleGroups({ ...suite, exchanges: [] })).toMatchObject([{ cases: 1, exchanges: 0 }]);
  });

  test('drift breaks a strict run, and no other', () => {
    const strict = { ...brokenSuite, settings: { PKDK_STRICT: '1' } };
    expect(ruleGroups(strict).map(({ rule }) => rule)).toContain('drift');
    expect(ruleGroups(keptSuite)).toEqual([]);
  });
});

test('failures without a finding are told by their first line, and whose they are', () => {
  const cases = [
    ...[1, 2, 3].map((i) => failed(i, { error: `no answers are alike\nstack of ${i}` })),
    failed(4, { problem: 'environment', error: 'no answers are alike', findings: [serverError] }),
  ];
  const page = contentOf({ ...brokenSuite, cases });
  expect(page).toContain('<h3>Other failures</h3>');
  expect(page.match(/<details class="case" open>/g)).toHaveLength(2);
  expect(page).toContain('isolation › case 1</h4> <span class="muted"> · cases: 3</span>');
  expect(page).toContain('isolation › case 4</h4> <span class="muted">environment</span>');
  expect(page).not.toContain('Findings by rule');
});

test('suites are named in the language of the page, with the name that commands take', () => {
  expect(contentOf(brokenSuite, zh)).toContain('<th scope="row">账号隔离（isolation）</th>');
  expect(contentOf(brokenSuite)).toContain('<th scope="row">isolation</th>');
});

describe('coverage', () => {
  test('is a matrix for each kind of points, with signs and words', () => {
    const page = contentOf(keptSuite);
    expect(page.match(/<table class="coverage">/g)).toHaveLength(5);
    expect(page).toContain('<th scope="row"><code>/~ required dk</code></th>');
    expect(page).toContain(
      '<td class="notPossible" title="token refresh"><span aria-hidden="true">○</span><span class="unseen">not possible with this target</span></td>',
    );
    expect(page).toContain('<td>token expired</td><td>PKDK_EXPIRED_TOKEN is not set</td>');
    expect(contentOf(keptSuite, zh)).toContain('契约覆盖：49 个要点中覆盖了 47 个');
  });

  test('points of another version are not lost', () => {
    const points = [{ id: 'weather', text: { en: 'the weather', zh: '天气' }, isCovered: false }];
    const page = contentOf({ ...keptSuite, coverage: { points, covered: 0, total: 1 } });
    expect(page).toContain('<td>the weather</td><td>no case covered it</td>');
  });
});

describe('what comes from outside', () => {
  const evil = '<script>alert(1)</script>\u202e"\'&';
  const hostile: RecordedExchange = exchange('x1', {
    curl: `curl ${evil}`,
    request: { ...exchange('x1').request, body: JSON.stringify([{ pk: 'p22qMX', dk: 'D'.repeat(10_000) }]) },
    response: {
      status: 200,
      headers: {},
      body: JSON.stringify({ data: { [evil]: [evil], deep: [[evil]] } }),
    },
    findings: [
      {
        ...foreignSucceeded,
        at: `/data/${evil}/0`,
        params: { kind: 'foreignSucceeded', pk: evil, dk: evil },
      },
    ],
  });
  const [one = failed(0)] = brokenSuite.cases;
  const suite: SuiteRecord = {
    ...brokenSuite,
    cases: [
      {
        ...one,
        ...failed(1),
        title: evil,
        suite: evil,
        error: evil,
        findings: hostile.findings,
        exchangeIds: ['x1'],
      },
    ],
    observations: { [evil]: evil },
    observationChanges: [{ name: evil, before: evil, now: evil }],
    exchanges: [hostile],
  };

  test('stays text, and long strings are cut', () => {
    const page = contentOf(suite);
    expect(page).not.toContain('<script');
    expect(page).toContain(`${'D'.repeat(200)}`);
    expect(page).not.toContain('D'.repeat(300));
    expect(page).toContain('(+');
    expect(page.length).toBeLessThan(40_000);
  });

  test('an answer nested without end is shown', () => {
    const depth = 5000;
    const body = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const deep = { ...hostile, response: { status: 200, headers: {}, body } };
    expect(contentOf({ ...suite, exchanges: [deep] }).length).toBeLessThan(40_000);
  });
});

test('a page of ten thousand failures stays small, and says what it leaves out', () => {
  const statuses = Array.from({ length: 10_000 }, (_, i): Finding => {
    const params = { kind: 'unexpected', status: 500 + (i % 100), expected: 200 };
    return i % 2 ? ofDevice(i) : { ...serverError, params };
  });
  const suite = suiteOf(statuses);
  const page = renderHtml({ suite }, 'en');
  expect(page.length).toBeLessThan(1_500_000);
  expect(page).toContain('30 more are in record.json');
  expect(page).toContain('9,000 more are in record.json');
});
