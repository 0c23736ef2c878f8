import { isUtf8 } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import type { PreparedRequest } from './exchange.ts';

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The body in base64, and what makes bytes of it again. */
function packed(body: Buffer): string {
  const isLarge = body.length > maxTextBytes;
  const text = (isLarge ? gzipSync(body) : body).toString('base64');
  return isLarge ? `${text} | base64 -d | gunzip` : `${text} | base64 -d`;
}

/** More than this is not a text that a person reads, and soon more than a system takes as one argument. */
const maxTextBytes = 50_000;

/**
 * A shell command that sends the same request. `authorization` is the header's value as the shell may
 * see it, a token replaced by its variable: it stands in double quotes.
 */
export function curlOf({ method, url, headers, body }: PreparedRequest, authorization?: string): string {
  const isText = body.length <= maxTextBytes && isUtf8(body) && !body.includes(0);
  const parts = isText ? ['curl'] : [`echo ${packed(body)} | curl`];
  parts.push(`-sS -X ${method} ${quoted(url)}`);
  for (const [name, value] of Object.entries(headers)) {
    if (name !== 'authorization') parts.push(`-H ${quoted(`${name}: ${value}`)}`);
    else if (authorization !== undefined)
      parts.push(`-H "${name}: ${authorization.replace(/["\\`]/g, '\\$&')}"`);
  }
  parts.push(`--data-binary ${isText ? quoted(body.toString('utf8')) : '@-'}`);
  return parts.join(' ');
}
