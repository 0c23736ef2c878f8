import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ConnectOptions } from '../../contracts/connect.ts';

/** Where connections go, and which certificates they accept. */
export interface Endpoint {
  readonly url: URL;
  readonly connect?: ConnectOptions;
}

/**
 * Opens a connection. With TLS, what is written before the handshake waits for it: no request leaves
 * for a host whose certificate is refused.
 */
export function openSocket({ url, connect }: Endpoint): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  if (url.protocol !== 'https:') return connectTcp({ ...connect, host, port, noDelay: true });
  return connectTls({ ...connect, host, port, ...(isIP(host) === 0 && { servername: host }) });
}

/** Wait before connecting again after so many connections in a row that brought no answer: 10, 20, 40 … 1,000 ms. */
export function backOffMs(fruitless: number): number {
  return Math.min(1000, 5 * 2 ** fruitless);
}
