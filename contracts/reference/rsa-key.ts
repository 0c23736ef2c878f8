import { generatePrime } from 'node:crypto';

const publicExponent = 65537n;

/** The inverse of `a` modulo `modulus`, by Euclid's extended algorithm. */
function inverse(a: bigint, modulus: bigint): bigint {
  let [r, nextR, t, nextT] = [modulus, a % modulus, 0n, 1n];
  while (nextR !== 0n) {
    const quotient = r / nextR;
    [r, nextR, t, nextT] = [nextR, r - quotient * nextR, nextT, t - quotient * nextT];
  }
  return t < 0n ? t + modulus : t;
}

async function suitablePrime(): Promise<bigint> {
  const candidate = await new Promise<bigint>((resolve, reject) => {
    generatePrime(1024, { bigint: true }, (error, prime) => (error ? reject(error) : resolve(prime)));
  });
  return (candidate - 1n) % publicExponent === 0n ? suitablePrime() : candidate;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}

/**
 * A fresh RSA-2048 key as JWK (RFC 7518, 6.3).
 * Its primes are sought at the same time: `crypto.generateKeyPair` needs over half a second in one start of ten.
 */
export async function makeRsaKey() {
  const [p, q] = await Promise.all([suitablePrime(), suitablePrime()]);
  const d = inverse(publicExponent, (p - 1n) * (q - 1n));
  return {
    kty: 'RSA',
    n: base64url(p * q),
    e: base64url(publicExponent),
    d: base64url(d),
    p: base64url(p),
    q: base64url(q),
    dp: base64url(d % (p - 1n)),
    dq: base64url(d % (q - 1n)),
    qi: base64url(inverse(q, p)),
  };
}
