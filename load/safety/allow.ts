import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { ToolkitError } from '../../contracts/errors.ts';
import { isLoopback, loopbackAddresses } from '../../contracts/loopback.ts';

const usualPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Throws HOST_NOT_ALLOWED unless load may be sent there: loopback, or a host allowed by its exact name. */
export function assertLoadable(url: string, allowHosts: readonly string[]): void {
  const { protocol, hostname, port } = new URL(url);
  const withPort = `${hostname}:${port || usualPorts[protocol]}`;
  if (isLoopback(hostname) || allowHosts.includes(hostname) || allowHosts.includes(withPort)) return;
  throw new ToolkitError('HOST_NOT_ALLOWED', { host: hostname });
}

/**
 * How connections of load find the addresses of their host, so that they go where was judged: `localhost` is this
 * machine, whatever DNS and hosts files make of it; a host that is allowed is looked up; nothing else is.
 * Throws HOST_NOT_ALLOWED.
 */
export function loadableLookup(
  url: string,
  allowHosts: readonly string[],
  lookup: LookupFunction = systemLookup,
): LookupFunction {
  assertLoadable(url, allowHosts);
  const { hostname } = new URL(url);
  return (asked, options, callback) => {
    if (asked !== hostname) return callback(new ToolkitError('HOST_NOT_ALLOWED', { host: asked }), '');
    if (!isLoopback(asked)) return lookup(asked, options, callback);
    const [first] = loopbackAddresses;
    if (options.all) callback(null, [...loopbackAddresses]);
    else callback(null, first.address, first.family);
  };
}
