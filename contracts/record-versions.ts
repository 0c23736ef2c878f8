import { ToolkitError } from './errors.ts';

/** The version of the records that are written, the `schemaVersion` of `record.schema.json`. */
export const recordVersion = 2;

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What was sent says of the token as much as the record does: only its value was taken out. */
function tokenOf({ outcome, request }: Json): string {
  const headers = isObject(request) && isObject(request.headers) ? request.headers : {};
  if (!String(headers.authorization ?? '').trim()) return 'missing';
  return outcome === 'tokenInvalid' ? 'invalid' : 'valid';
}

/** Members came to version 1 without a new number: what is there stays, and what is not was not done yet. */
function from1To2(record: Json): Json {
  const { plan, cases } = record;
  const exchanges = Array.isArray(record.exchanges)
    ? record.exchanges.map((one) => (isObject(one) ? { token: tokenOf(one), ...one } : one))
    : record.exchanges;
  if (record.kind === 'suite') {
    return {
      planned: Array.isArray(cases) ? cases.length : 0,
      traffic: { requests: 0, throttled: 0, waitedMs: 0, renewals: 0 },
      coverage: { covered: 0, total: 0, points: [] },
      observations: {},
      observationTexts: {},
      observationChanges: [],
      ...record,
      exchanges,
    };
  }
  if (record.kind !== 'load' || !isObject(plan)) return record;
  const { connections } = plan;
  return {
    ...record,
    plan: typeof connections === 'number' ? { ...plan, connections: [connections] } : plan,
    exchanges,
  };
}

/** From a record of each version that was ever written, one of the next. */
const migrations: Readonly<Record<number, (record: Json) => Json>> = { 1: from1To2 };

/**
 * A record of any version as one of today's, not validated yet; what is no object is left to the validator. Throws
 * RECORD_NEWER, RECORD_VERSION, which name the file.
 */
export function migrate(given: unknown, file: string): unknown {
  if (!isObject(given)) return given;
  const { schemaVersion: version } = given;
  const known = recordVersion;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    const written = version === undefined ? 'undefined' : JSON.stringify(version).slice(0, 40);
    throw new ToolkitError('RECORD_VERSION', { file, version: written, known });
  }
  if (version > known) throw new ToolkitError('RECORD_NEWER', { file, version, known });
  let record = given;
  for (let from = version; from < known; from++) {
    record = { ...(migrations[from]?.(record) ?? record), schemaVersion: from + 1 };
  }
  return record;
}
