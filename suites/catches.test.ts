import { afterAll, expect, test } from 'vitest';
import { CredentialLedger } from '../contracts/checks/ledger.ts';
import { judge } from '../contracts/checks/registry.ts';
import type { Call } from '../contracts/exchange.ts';
import type { Finding } from '../contracts/finding.ts';
import type { Fault } from '../contracts/reference/fault.ts';
import { faults } from '../contracts/reference/faults.ts';
import { start } from '../contracts/reference/service.ts';
import { openTransport } from '../contracts/send.ts';
import { badBodies } from '../generators/bad-bodies.ts';
import { drawBatch } from '../generators/batch.ts';
import { bearer, prepareCall } from '../generators/request.ts';
import { callOf, openTarget, type Target } from '../generators/target.ts';
import { damagedTokens } from '../generators/tokens.ts';

const transport = openTransport();
afterAll(() => transport.close());

/** The kinds of calls that the suites make, each once or twice. */
function* callsOf(target: Target): Generator<Call> {
  const { pools, operationUrl: url, token, expiredToken, refreshToken } = target;
  const mixes = [
    { own: 1 },
    { own: 2 },
    { own: 60 },
    { own: 20, foreign: 5, unknown: 5 },
    { foreign: 3 },
    { unknown: 3 },
  ];
  for (const [i, mix] of mixes.entries()) {
    const call = callOf(target, drawBatch(pools, mix, 7, i));
    yield* [call, call];
  }
  const batch = drawBatch(pools, { own: 2 }, 7, 100);
  const refused = [
    ...damagedTokens.map(({ state, authorization }) => ({ state, header: authorization(token) })),
    ...[expiredToken, refreshToken].map((other) => ({
      state: 'invalid' as const,
      header: bearer(other ?? ''),
    })),
  ];
  for (const { state, header } of refused) {
    if (typeof header === 'symbol') continue;
    yield prepareCall({ url, token: state, authorization: header, batch });
    for (const { body } of badBodies) yield prepareCall({ url, token: state, authorization: header, body });
  }
  for (const { name, body } of badBodies) {
    if (name !== 'empty-array')
      yield prepareCall({ url, token: 'valid', authorization: bearer(token), body });
  }
}

async function findingsOf(fault?: Fault): Promise<Finding[]> {
  const target = await openTarget({}, (account) => start({ account, ...(fault && { fault }) }));
  const settings = { tokenErrorStatus: 200, secrets: [target.token], ledger: new CredentialLedger() };
  const findings: Finding[] = [];
  for (const call of callsOf(target)) findings.push(...judge(await transport.send(call), settings).findings);
  await target.close();
  return findings;
}

test('a correct service gives no finding but what it says to bad input', async () => {
  const findings = await findingsOf();
  expect(findings.filter(({ severity }) => severity !== 'observation')).toEqual([]);
  expect(new Set(findings.map(({ rule, params }) => `${rule} ${params.kind}`))).toEqual(
    new Set(['business-code silent']),
  );
});

test.each(faults.map((fault) => [fault.name, fault.rule, fault] as const))(
  '%s is caught by %s',
  async (_name, rule, fault) => {
    const findings = await findingsOf(fault);
    const grave = rule === 'drift' ? 'drift' : 'violation';
    expect(findings.filter(({ severity }) => severity === grave).map((finding) => finding.rule)).toContain(
      rule,
    );
  },
);
