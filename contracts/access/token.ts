/** The claims of a JWT that this toolkit reads. Moments are seconds since the epoch. */
export interface Claims {
  readonly exp?: number;
  readonly iat?: number;
  readonly type?: string;
}

/** Reads a token's claims without verifying it; `undefined` when it is not a JWT. */
export function readClaims(token: string): Claims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { exp, iat, type } = { exp: undefined, iat: undefined, type: undefined, ...claims };
    return {
      ...(typeof exp === 'number' && { exp }),
      ...(typeof iat === 'number' && { iat }),
      ...(typeof type === 'string' && { type }),
    };
  } catch {
    return undefined;
  }
}

/** When the token expires, if it says so. */
export function expiryOf(token: string): Date | undefined {
  const exp = readClaims(token)?.exp;
  return exp === undefined ? undefined : new Date(exp * 1000);
}
