import { ToolkitError } from '../contracts/errors.ts';
import { isLoopback } from '../contracts/loopback.ts';

/** Throws HOST_NOT_ALLOWED unless load may be sent there: loopback, or a host allowed by its exact name. */
export function assertLoadable(url: string, allowHosts: readonly string[]): void {
  const { hostname, host } = new URL(url);
  if (isLoopback(hostname) || allowHosts.includes(hostname) || allowHosts.includes(host)) return;
  throw new ToolkitError('HOST_NOT_ALLOWED', { host: hostname });
}
