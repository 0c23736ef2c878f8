/**
 * Remembers which device a credential was given for. Credentials may rotate, so a device may have many;
 * a credential has one device.
 */
export class CredentialLedger {
  readonly #pairs = new Map<string, string>();

  /** The pair this credential was first given for. */
  pairOf(credential: string): string | undefined {
    return this.#pairs.get(credential);
  }

  remember(credential: string, pair: string): void {
    if (!this.#pairs.has(credential)) this.#pairs.set(credential, pair);
  }
}
