import { ToolkitError } from '../contracts/errors.ts';

/** A host on this machine, in the spelling that `URL` gives it. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Throws HOST_NOT_ALLOWED unless load may be sent there: loopback, or a host allowed by its exact name. */
export function assertLoadable(url: string, allowHosts: readonly string[]): void {
  const { hostname, host } = new URL(url);
  if (isLoopback(hostname) || allowHosts.includes(hostname) || allowHosts.includes(host)) return;
  throw new ToolkitError('HOST_NOT_ALLOWED', { host: hostname });
}
