import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Where connections go, and which certificates they accept. */
export interface Endpoint {
  readonly url: URL;
  /** Certificates to trust besides the system's. */
  readonly ca?: Buffer | undefined;
  readonly insecure?: boolean | undefined;
}

/**
 * Opens a connection. With TLS, what is written before the handshake waits for it: no request leaves
 * for a host whose certificate is refused.
 */
export function openSocket({ url, ca, insecure }: Endpoint): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  if (url.protocol !== 'https:') return connectTcp({ host, port, noDelay: true });
  const isAddress = /^[\d.]+$|:/.test(host);
  return connectTls({
    host,
    port,
    rejectUnauthorized: !insecure,
    ...(isAddress ? {} : { servername: host }),
    ...(ca && { ca }),
  });
}

/** Wait before connecting again after so many connections in a row that brought no answer: 10, 20, 40 … 1,000 ms. */
export function backOffMs(fruitless: number): number {
  return Math.min(1000, 5 * 2 ** fruitless);
}
