import type { Batch, Device } from '../../contracts/batch.ts';
import type { Call, Exchange } from '../../contracts/exchange.ts';
import type { FactGroup } from '../../contracts/observation-texts.ts';
import type { Text } from '../../contracts/text.ts';
import { ambiguousBodies } from '../../generators/ambiguous-bodies.ts';
import { type BadBody, malformedBodies } from '../../generators/bad-bodies.ts';
import { type OddRequest, oddRequests, otherMethods } from '../../generators/odd-requests.ts';
import { type OddStrings, oddStrings } from '../../generators/odd-strings.ts';
import { bearer, type CallParts, encodeBatch, prepareCall } from '../../generators/request.ts';
import type { Case, Suite } from '../case.ts';
import { reactionsOf } from '../facts.ts';
import { expect } from '../matchers.ts';
import type { Session } from '../session.ts';

type Parts = Omit<CallParts, 'url' | 'token' | 'authorization'>;

function callWith({ target: { operationUrl, token } }: Session, parts: Parts): Call {
  return prepareCall({ ...parts, url: operationUrl, token: 'valid', authorization: bearer(token) });
}

/** Input of a kind, under the name of what is observed. */
interface Named {
  readonly name: string;
  readonly text: Text;
}

/** Sends what the case is about and observes what it is met with; a correct call right after must work. */
function inputCase(
  group: FactGroup,
  { name, text }: Named,
  partsOf: (session: Session) => readonly Parts[],
): Case {
  return {
    title: text.en,
    async run(session) {
      const batch = session.draw({ own: 1 });
      const exchanges: Exchange[] = [];
      for (const parts of partsOf(session)) {
        const odd = await session.send(callWith(session, parts));
        expect(odd).toSatisfyContract();
        exchanges.push(odd.exchange);
      }
      session.observe(`${group}.${name}`, reactionsOf(exchanges), text);
      const after = await session.ask(batch);
      expect(after).toSatisfyContract();
    },
  };
}

function refusedBody(bad: BadBody): Case {
  return inputCase('bad-input', bad, () => [{ body: bad.body }]);
}

function eitherBody(ambiguous: BadBody): Case {
  return inputCase('ambiguous-input', ambiguous, () => [{ body: ambiguous.body, mayBeRefused: true }]);
}

function partsOf({ method, headers, encode = encodeBatch }: OddRequest, { devices }: Batch): Parts {
  return { ...(method && { method }), ...(headers && { headers }), body: encode(devices) };
}

function refusedRequest(request: OddRequest): Case {
  return inputCase('other-method', request, (session) => [partsOf(request, session.draw({ unknown: 2 }))]);
}

function eitherRequest(request: OddRequest): Case {
  return inputCase('odd-request', request, (session) => {
    const batch = session.draw({ unknown: 2 });
    return [{ ...partsOf(request, batch), batch, mayBeRefused: true }];
  });
}

/** Each string as a product key and as a device key, in batches as large as they may be. */
function eitherStrings(strings: OddStrings): Case {
  return inputCase('odd-string', strings, (session) => {
    const model = session.draw({ unknown: 1 });
    const odd = model.devices.flatMap((device): Device[] =>
      strings.values.flatMap((value) => [
        { ...device, pk: value },
        { ...device, dk: value },
      ]),
    );
    const size = session.maxBatch;
    return Array.from({ length: Math.ceil(odd.length / size) }, (_, i) => {
      const devices = odd.slice(i * size, (i + 1) * size);
      const batch: Batch = { ...model, devices, origins: devices.map(() => 'unknown') };
      return { batch, mayBeRefused: true };
    });
  });
}

/** A key as long as a body may be on most servers. */
const longKeys = (['pk', 'dk'] as const).map((key) => {
  const text = { en: `a ${key} of 1,000,000 characters`, zh: `1,000,000 个字符的 ${key}` };
  return inputCase('odd-string', { name: `long-${key}`, text }, (session) => {
    const { devices, ...drawn } = session.draw({ unknown: 1 });
    const batch = {
      ...drawn,
      devices: devices.map((device) => ({ ...device, [key]: 'z'.repeat(1_000_000) })),
    };
    return [{ batch, mayBeRefused: true }];
  });
});

/**
 * Whatever is sent: never HTTP 5xx, a stack trace, or a success for what is no batch. What the page is silent on
 * may be answered or refused, but the law of the batch holds if it is answered.
 */
export const malformedInput: Suite = {
  name: 'malformed input',
  cases: [
    ...malformedBodies.map(refusedBody),
    ...ambiguousBodies.map(eitherBody),
    ...otherMethods.map(refusedRequest),
    ...oddRequests.map(eitherRequest),
    ...oddStrings.map(eitherStrings),
    ...longKeys,
  ],
};
