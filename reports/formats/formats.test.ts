import { expect, test } from 'vitest';
import type { Exchange } from '../../contracts/exchange.ts';
import type { Finding } from '../../contracts/finding.ts';
import type { Case } from '../../contracts/record.ts';
import { recordedExchange, recordedFindings } from '../../contracts/recorded.ts';
import { Redactor } from '../../contracts/secrets.ts';
import { langs } from '../../contracts/text.ts';
import { missedFaults } from '../sample-faults.ts';
import { manyHostile } from '../sample-hostile.ts';
import { brokenSuite, foreignSucceeded } from '../sample-suites.ts';
import { brokenLoad } from '../sample-sweeps.ts';
import { formats, usualFormats } from './formats.ts';
import { missedLoad, mixedSuite } from './sample-mixed.ts';

test('names and files are each of one format', () => {
  for (const key of ['name', 'file'] as const) {
    expect(new Set(formats.map((format) => format[key])).size).toBe(formats.length);
  }
});

test('a run is written in all formats that have something to say of it, annotations aside', () => {
  const names = (records: Parameters<typeof usualFormats>[0]) =>
    usualFormats(records).map(({ name }) => name);
  expect(names({ load: brokenLoad })).toEqual([
    'html',
    'markdown',
    'comment',
    'junit',
    'sarif',
    'csv',
    'openmetrics',
  ]);
  expect(names({ suite: brokenSuite })).not.toContain('csv');
});

test('a service that breaks everything in hostile words leaves files that their readers take', () => {
  const suite = manyHostile(2000);
  const bytes = new Map(
    formats.map(({ name, render }) => [name, Buffer.byteLength(render({ suite }, 'en'))]),
  );
  expect(bytes.get('markdown')).toBeLessThan(2 ** 20);
  expect(bytes.get('comment')).toBeLessThan(65_536);
  expect(bytes.get('sarif')).toBeLessThan(2 ** 20);
  expect(bytes.get('annotations')).toBeLessThan(2 ** 16);
  expect(bytes.get('junit')).toBeLessThan(10 * 2 ** 20);
});

test('secrets of a run, wherever they stood in its exchanges and findings, occur in no format', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJlLXNlY3JldA';
  const credential = 'CREDENTIAL-7f3a';
  const secrets = [token, 'c2lnbmF0dXJlLXNlY3JldA', credential];
  const redactor = new Redactor();
  redactor.learnToken(token, '$PKDK_TOKEN');
  redactor.learn(credential, '[credential]');
  const secret = `${token} ${credential}`;
  const finding: Finding = {
    ...foreignSucceeded,
    at: `/data/${credential}`,
    message: secret,
    params: { kind: 'ownFailed', pk: token, dk: credential, msg: secret },
  };
  const exchange: Exchange = {
    request: {
      method: 'POST',
      url: `https://staging.example.com/${credential}`,
      headers: { authorization: `Bearer ${token}`, 'x-secret': secret },
      body: Buffer.from(JSON.stringify([{ pk: secret, dk: credential }])),
    },
    token: 'valid',
    response: {
      status: 200,
      headers: { 'x-secret': secret },
      body: Buffer.from(`{"code":200,"data":{"resetCredentials":"${credential}"},"msg":"${secret}"}`),
    },
    sentAt: 0,
    timings: { totalMs: 1 },
  };
  const judgement = { outcome: 'contractViolation' as const, findings: [finding] };
  const recorded = recordedExchange('x1', exchange, judgement, redactor);
  const findings = recordedFindings([finding], redactor);
  const cases = brokenSuite.cases.map((one): Case => {
    const error = redactor.redact(`expected ${secret}`);
    return one.status === 'failed' ? { ...one, findings, error, exchangeIds: ['x1'] } : one;
  });
  const records = {
    suite: { ...mixedSuite, cases, exchanges: [recorded] },
    load: { ...missedLoad, exchanges: [recorded] },
    faults: missedFaults,
  };
  for (const { name, render } of formats) {
    for (const lang of langs) {
      const text = render(records, lang);
      expect(
        secrets.filter((one) => text.includes(one)),
        name,
      ).toEqual([]);
    }
  }
  // What stands in their place is there: the findings were told.
  expect(
    formats.filter(({ render }) => render(records, 'en').includes('$PKDK_TOKEN')).length,
  ).toBeGreaterThan(4);
});
