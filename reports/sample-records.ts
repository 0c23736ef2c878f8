import type { Finding } from '../contracts/finding.ts';
import { outcomes } from '../contracts/outcome.ts';
import type { Case, Counts, LoadRecord, Point, RecordedExchange, SuiteRecord } from '../contracts/record.ts';

/** Records with fixed values, for tests. */

const head = {
  schemaVersion: 1,
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

export function counts(of: Partial<Counts>): Counts {
  const all = Object.fromEntries(outcomes.map((outcome) => [outcome, of[outcome] ?? 0]));
  const sent = Object.values(all).reduce((sum, count) => sum + count, 0);
  return { ...none, ...all, sent };
}

const none: Counts = {
  sent: 0,
  aborted: 0,
  timeout: 0,
  socketError: 0,
  httpError: 0,
  contractViolation: 0,
  tokenMissing: 0,
  tokenInvalid: 0,
  otherCode: 0,
  allFailed: 0,
  partial: 0,
  success: 0,
};

/** A point of ten seconds over ten connections that kept every connection busy. */
export function point(batchSize: number, requestsPerSecond: number, changes: Partial<Point> = {}): Point {
  const mean = requestsPerSecond > 0 ? 10_000 / requestsPerSecond : 1;
  const answers = requestsPerSecond * 10;
  const latencyMs = { mean, p50: mean * 0.94, p90: mean * 1.21, p95: mean * 1.38, p99: mean * 2.1 };
  return {
    batchSize,
    connections: 10,
    startedAt: '2026-11-22T23:16:00.000Z',
    durationMs: 10_000,
    warmupMs: 2000,
    requestsPerSecond,
    devicesPerSecond: requestsPerSecond * batchSize,
    bytesPerSecond: requestsPerSecond * (80 + 72 * batchSize),
    counts: counts({ success: answers }),
    latencyMs: { ...latencyMs, p999: mean * 3.9, max: mean * 5.2 },
    histogram: '',
    codes: { 200: answers },
    timeline: [],
    generator: { cpu: 0.22, loopDelayP99Ms: 1.8, littlesLawRatio: 0.998 },
    verdict: 'valid',
    why: '',
    ...changes,
  };
}

export const keptLoad: LoadRecord = {
  ...head,
  kind: 'load',
  id: '20261122-231504-a1b2',
  startedAt: '2026-11-22T23:15:04.000Z',
  finishedAt: '2026-11-22T23:16:16.900Z',
  scenario: 'sweep',
  plan: {
    batchSizes: [1, 10, 50, 100, 200, 500],
    connections: 10,
    durationMs: 10_000,
    warmupMs: 2000,
    timeoutMs: 10_000,
  },
  points: [point(1, 1840), point(10, 1322), point(50, 618), point(100, 367), point(200, 171), point(500, 52)],
  exchanges: [],
};

export const brokenLoad: LoadRecord = {
  ...keptLoad,
  id: '20261122-232004-c3d4',
  points: [
    point(1, 9120, {
      verdict: 'generator-limited',
      why: 'the generator used 97% of its core',
      generator: { cpu: 0.97, loopDelayP99Ms: 24.6, littlesLawRatio: 0.81 },
    }),
    point(10, 1322),
    point(50, 618, { counts: counts({ success: 6178, partial: 2 }), codes: { 200: 6180 } }),
    point(100, 210, {
      counts: counts({ success: 2087, partial: 3, contractViolation: 10 }),
      codes: { 200: 2100 },
    }),
    point(200, 31, {
      verdict: 'failed',
      why: '212 of 522 requests timed out or lost their connection',
      counts: counts({ success: 310, timeout: 180, socketError: 20, httpError: 12 }),
      codes: { 200: 310 },
    }),
    point(500, 0, {
      verdict: 'refused',
      why: 'the service refuses this batch size: code 5312',
      counts: counts({ otherCode: 40 }),
      codes: { 5312: 40 },
      latencyMs: null,
      generator: { cpu: 0.04, loopDelayP99Ms: 1.1, littlesLawRatio: null },
    }),
  ],
  exchanges: [exchange('load-1', { index: 4181 })],
};

export const interruptedLoad: LoadRecord = {
  ...keptLoad,
  interrupted: true,
  points: keptLoad.points.slice(0, 2),
};
