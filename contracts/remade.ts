import type { Batch, Device, Origin } from './batch.ts';
import type { Call } from './exchange.ts';
import { isRecord, readJson } from './json.ts';
import type { RecordedExchange } from './record.ts';

/** A call made again from its record. */
export interface Remade {
  readonly call: Call;
  /** Substitutes for which there is no secret: with any of these, the call is not the one that was recorded. */
  readonly missing: readonly string[];
}

/** How a record writes an origin. */
const letters = { own: 'o', foreign: 'f', unknown: 'u' } as const satisfies Record<Origin, string>;

const originsByLetter = new Map<string, Origin>(
  (['own', 'foreign', 'unknown'] as const).map((origin) => [letters[origin], origin]),
);

/** What stands in the place of a token, or of one that was made of it: `$PKDK_TOKEN(signature-tampered)`. */
const substitutes = /\$PKDK_[A-Z_]+(?:\([\w-]+\))?/g;

/** Origins as a record keeps them. */
export function originLetters(origins: readonly Origin[]): string {
  return origins.map((origin) => letters[origin]).join('');
}

/** The devices that a body says in JSON; `undefined` when it is no list of devices. */
export function devicesIn(body: string): Device[] | undefined {
  const items = readJson(body);
  if (!Array.isArray(items)) return undefined;
  const devices = items.flatMap((item: unknown): Device[] => {
    const { pk, dk } = isRecord(item) ? item : {};
    return typeof pk === 'string' && typeof dk === 'string' ? [{ pk, dk }] : [];
  });
  return devices.length === items.length ? devices : undefined;
}

function batchOf(
  { seed = 0, index = 0, origins, devices }: RecordedExchange,
  body: string,
): Batch | undefined {
  if (origins === undefined) return undefined;
  return {
    devices: devices ?? devicesIn(body) ?? [],
    origins: [...origins].flatMap((letter) => originsByLetter.get(letter) ?? []),
    seed,
    index,
  };
}

/** The call of a recorded exchange, byte for byte, with the secrets that its substitutes stand for. */
export function remadeCall(
  recorded: RecordedExchange,
  secretOf: (substitute: string) => string | undefined,
): Remade {
  const missing = new Set<string>();
  const filled = (text: string) =>
    text.replace(substitutes, (substitute) => {
      const secret = secretOf(substitute);
      if (secret === undefined) missing.add(substitute);
      return secret ?? substitute;
    });
  const { token, mayBeRefused, request } = recorded;
  const { method, url, headers, bodyBase64 } = request;
  const text = filled(request.body);
  const batch = batchOf(recorded, text);
  const body =
    bodyBase64 === undefined
      ? Buffer.from(text)
      : Buffer.from(filled(Buffer.from(bodyBase64, 'base64').toString('latin1')), 'latin1');
  const filledHeaders = Object.entries(headers).map(([name, value]) => [name, filled(value)] as const);
  return {
    call: {
      request: { method, url, headers: Object.fromEntries(filledHeaders), body },
      ...(batch && { batch }),
      token,
      ...(mayBeRefused && { mayBeRefused }),
    },
    missing: [...missing],
  };
}

/** The same path and query on another target: what stood before the path at the recorded one is replaced. */
export function rebased(url: string, recordedBase: string, base: string): string {
  const isUnder = url.startsWith(recordedBase) && /^[/?]/.test(url.slice(recordedBase.length));
  // Each worker has an embedded reference service of its own; the record names one of them.
  return base + url.slice((isUnder ? recordedBase : new URL(url).origin).length);
}
