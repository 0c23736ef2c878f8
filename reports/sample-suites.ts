import { openapi } from '../contracts/contract.ts';
import { Coverage } from '../contracts/coverage.ts';
import { operationsOf } from '../contracts/description.ts';
import type { Finding } from '../contracts/finding.ts';
import type { Case, RecordedExchange, SuiteRecord } from '../contracts/record.ts';

/** Records of suites with fixed values, for tests. */

export const head = {
  schemaVersion: 2,
  interrupted: false,
  tool: { version: '0.1.0', commit: '3f2c1ab', node: 'v20.20.2' },
  host: { cpu: 'AMD EPYC 7B13', cores: 8, memoryBytes: 16 * 2 ** 30 },
  target: { url: 'https://staging.example.com', label: 'staging.example.com', referenceService: false },
  settings: { PKDK_DEVICES: 'devices.csv', PKDK_MAX_BATCH: 100, PKDK_ALLOW_HOSTS: 'staging.example.com' },
  seed: 20261122,
} as const;

export const curl = [
  "curl -sS -X POST 'https://staging.example.com/v2/binding/enduserapi/batchGetPureBtResetCredentials'",
  "-H 'content-type: application/json'",
  '-H "authorization: Bearer $PKDK_TOKEN"',
  `--data-binary '[{"pk":"p11pLZ","dk":"0C1EF7AB22D0"},{"pk":"p22qMX","dk":"D001"}]'`,
].join(' ');

export const foreignSucceeded: Finding = {
  rule: 'ownership',
  severity: 'violation',
  at: '/data/successList/1',
  message: "another account's device p22qMX D001 succeeded",
  params: { kind: 'foreignSucceeded', pk: 'p22qMX', dk: 'D001' },
};

export const serverError: Finding = {
  rule: 'http-status',
  severity: 'violation',
  at: '',
  message: 'HTTP status 500 instead of 200, 4xx',
  params: { kind: 'unexpected', status: 500, expected: '200, 4xx' },
};

const undocumented: Finding = {
  rule: 'drift',
  severity: 'drift',
  at: '/traceId',
  message: 'the field traceId (string) is not documented',
  params: { kind: 'undocumented', field: 'traceId', type: 'string' },
};

export function exchange(id: string, changes: Partial<RecordedExchange> = {}): RecordedExchange {
  return {
    id,
    outcome: 'contractViolation',
    token: 'valid',
    seed: head.seed,
    index: 7,
    request: {
      method: 'POST',
      url: 'https://staging.example.com/v2/binding/enduserapi/batchGetPureBtResetCredentials',
      headers: { 'content-type': 'application/json' },
      body: '[{"pk":"p11pLZ","dk":"0C1EF7AB22D0"},{"pk":"p22qMX","dk":"D001"}]',
    },
    response: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"code":200,"msg":"","extMsg":null,"data":{"successList":[{"pk":"p11pLZ","dk":"0C1EF7AB22D0","resetCredentials":"[credential 1]"},{"pk":"p22qMX","dk":"D001","resetCredentials":"[credential 2]"}],"failedList":[]}}',
    },
    sentAt: Date.UTC(2026, 10, 22, 23, 15, 2),
    totalMs: 18.42,
    curl,
    findings: [foreignSucceeded],
    isRepeatable: true,
    ...changes,
  };
}

const titles: Readonly<Record<string, readonly string[]>> = {
  'business codes': ['valid token answers 200', 'no token answers 5106', 'expired token answers 5032'],
  'batch law': ['1 device', '2 devices', '100 devices', 'leading zeros survive', 'case survives'],
  isolation: ['own devices succeed', 'unknown devices fail', 'devices of another account fail'],
  'bad input': ['empty list', 'not a list', 'null pk', 'number as dk'],
};

function casesOf(suite: string, names: readonly string[]): Case[] {
  return names.map((title, i) => ({
    id: `${suite} ${title}`.replaceAll(' ', '-'),
    title,
    suite,
    status: 'passed',
    durationMs: 24 + 17 * i,
    findings: suite === 'batch law' ? [undocumented] : [],
    exchangeIds: [],
  }));
}

function change(cases: readonly Case[], title: string, changes: Partial<Case>): Case[] {
  return cases.map((one) => (one.title === title ? { ...one, ...changes } : one));
}

const cases = Object.entries(titles).flatMap(([suite, names]) => casesOf(suite, names));

const [place] = operationsOf(openapi);
const points = place
  ? new Coverage(openapi, place).result().points.map((point) => ({ ...point, isCovered: !point.lack }))
  : [];

export const keptSuite: SuiteRecord = {
  ...head,
  kind: 'suite',
  id: '20261122-231500-a1b2',
  startedAt: '2026-11-22T23:15:00.000Z',
  finishedAt: '2026-11-22T23:15:03.400Z',
  cases: change(cases, 'devices of another account fail', {
    status: 'skipped',
    reason: 'PKDK_FOREIGN_DEVICES is not set',
  }),
  planned: cases.length,
  traffic: { requests: cases.length, throttled: 0, waitedMs: 0, renewals: 0 },
  coverage: {
    covered: points.filter(({ isCovered }) => isCovered).length,
    total: points.length,
    points,
  },
  observations: {
    'bad-input.no-dk': 'code 50005',
    'bad-input.no-pk': 'code 50005',
    'bad-input.not-json': 'HTTP 400',
    'credential-stability': 'same',
    duplicates: 'per-occurrence',
    'empty-batch': 'empty-lists',
    'largest-batch': 500,
    'order.failed': 'request-order',
    'order.success': 'request-order',
    'token-without-bearer': 'code 5032',
  },
  observationTexts: {
    'bad-input.no-dk': { en: 'no dk', zh: '缺少 dk' },
    'bad-input.no-pk': { en: 'no pk', zh: '缺少 pk' },
    'bad-input.not-json': { en: 'not JSON', zh: '不是 JSON' },
  },
  observationChanges: [],
  exchanges: [],
};

const brokenCases = change(
  change(cases, 'devices of another account fail', {
    status: 'failed',
    findings: [foreignSucceeded],
    exchangeIds: ['x1'],
  }),
  'null pk',
  {
    status: 'failed',
    findings: [serverError],
    exchangeIds: ['x2'],
    error: 'expected the answer to keep the contract',
  },
);

export const brokenSuite: SuiteRecord = {
  ...keptSuite,
  id: '20261122-232000-c3d4',
  cases: change(brokenCases, 'expired token answers 5032', {
    status: 'skipped',
    reason: 'PKDK_EXPIRED_TOKEN is not set',
  }),
  observations: {
    ...keptSuite.observations,
    duplicates: 'once | per-occurrence',
    'bad-input.no-pk': 'HTTP 400',
    'bad-input.no-dk': 'HTTP 400',
    'no-such-fact': '*',
  },
  observationChanges: [
    { name: 'bad-input.no-dk', before: 'code 50005', now: 'HTTP 400' },
    { name: 'bad-input.no-pk', before: 'code 50005', now: 'HTTP 400' },
    { name: 'duplicates', now: 'once | per-occurrence' },
  ],
  exchanges: [
    exchange('x1'),
    exchange('x2', {
      outcome: 'httpError',
      index: 12,
      response: {
        status: 500,
        headers: {},
        body: '{"timestamp":1795562102,"error":"Internal Server Error"}',
      },
      findings: [serverError],
    }),
  ],
};
