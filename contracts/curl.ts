import { isUtf8 } from 'node:buffer';
import type { PreparedRequest } from './exchange.ts';

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * A shell command that sends the same request. `authorization` is the header's value as the shell may
 * see it, a token replaced by its variable: it stands in double quotes.
 */
export function curlOf({ method, url, headers, body }: PreparedRequest, authorization?: string): string {
  const isText = isUtf8(body) && !body.includes(0);
  const parts = isText ? ['curl'] : [`echo ${body.toString('base64')} | base64 -d | curl`];
  parts.push(`-sS -X ${method} ${quoted(url)}`);
  for (const [name, value] of Object.entries(headers)) {
    if (name !== 'authorization') parts.push(`-H ${quoted(`${name}: ${value}`)}`);
    else if (authorization !== undefined)
      parts.push(`-H "${name}: ${authorization.replace(/["\\`]/g, '\\$&')}"`);
  }
  parts.push(`--data-binary ${isText ? quoted(body.toString('utf8')) : '@-'}`);
  return parts.join(' ');
}
