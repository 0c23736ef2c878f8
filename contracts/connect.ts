import { readFileSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';

/** Which connections may be made, and which certificates they accept. */
export interface Reach {
  /** A file with certificates to trust besides those that Node knows. */
  readonly caFile?: string | undefined;
  /** Accept any certificate. */
  readonly insecure?: boolean | undefined;
  /** Finds the addresses of a name; the system's way without. */
  readonly lookup?: LookupFunction | undefined;
}

/** A `Reach` as `net.connect` and `tls.connect` take it. */
export interface ConnectOptions {
  readonly rejectUnauthorized: boolean;
  readonly secureContext?: SecureContext;
  readonly lookup?: LookupFunction;
}

/** Throws when `caFile` cannot be read. */
export function connectOptions({ caFile, insecure, lookup }: Reach): ConnectOptions {
  return {
    rejectUnauthorized: !insecure,
    // Naming certificates takes the place of those that Node knows; and reading them all costs too much for each connection.
    ...(caFile && {
      secureContext: createSecureContext({ ca: [...rootCertificates, readFileSync(caFile)] }),
    }),
    ...(lookup && { lookup }),
  };
}
