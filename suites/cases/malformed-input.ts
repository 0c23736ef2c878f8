import type { Batch, Device } from '../../contracts/batch.ts';
import type { Call } from '../../contracts/exchange.ts';
import { ambiguousBodies } from '../../generators/ambiguous-bodies.ts';
import { type BadBody, malformedBodies } from '../../generators/bad-bodies.ts';
import { type OddRequest, oddRequests, otherMethods } from '../../generators/odd-requests.ts';
import { type OddStrings, oddStrings } from '../../generators/odd-strings.ts';
import { bearer, type CallParts, encodeBatch, prepareCall } from '../../generators/request.ts';
import type { Case, Suite } from '../case.ts';
import { expect } from '../matchers.ts';
import type { Session } from '../session.ts';

type Parts = Omit<CallParts, 'url' | 'token' | 'authorization'>;

function callWith({ target: { operationUrl, token } }: Session, parts: Parts): Call {
  return prepareCall({ ...parts, url: operationUrl, token: 'valid', authorization: bearer(token) });
}

/** Sends what the case is about; a correct call right after must work. */
function inputCase(title: string, partsOf: (session: Session) => readonly Parts[]): Case {
  return {
    title,
    async run(session) {
      const batch = session.draw({ own: 1 });
      for (const parts of partsOf(session)) {
        const odd = await session.send(callWith(session, parts));
        expect(odd).toSatisfyContract();
      }
      const after = await session.ask(batch);
      expect(after).toSatisfyContract();
    },
  };
}

function refusedBody({ text, body }: BadBody): Case {
  return inputCase(text.en, () => [{ body }]);
}

function eitherBody({ text, body }: BadBody): Case {
  return inputCase(text.en, () => [{ body, mayBeRefused: true }]);
}

function partsOf({ method, headers, encode = encodeBatch }: OddRequest, { devices }: Batch): Parts {
  return { ...(method && { method }), ...(headers && { headers }), body: encode(devices) };
}

function refusedRequest(request: OddRequest): Case {
  return inputCase(request.text.en, (session) => [partsOf(request, session.draw({ unknown: 2 }))]);
}

function eitherRequest(request: OddRequest): Case {
  return inputCase(request.text.en, (session) => {
    const batch = session.draw({ unknown: 2 });
    return [{ ...partsOf(request, batch), batch, mayBeRefused: true }];
  });
}

/** Each string as a product key and as a device key, in batches as large as they may be. */
function eitherStrings({ text, values }: OddStrings): Case {
  return inputCase(text.en, (session) => {
    const model = session.draw({ unknown: 1 });
    const odd = model.devices.flatMap((device): Device[] =>
      values.flatMap((value) => [
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
const longKeys = (['pk', 'dk'] as const).map((key) =>
  inputCase(`a ${key} of 1,000,000 characters`, (session) => {
    const { devices, ...drawn } = session.draw({ unknown: 1 });
    const batch = {
      ...drawn,
      devices: devices.map((device) => ({ ...device, [key]: 'z'.repeat(1_000_000) })),
    };
    return [{ batch, mayBeRefused: true }];
  }),
);

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
