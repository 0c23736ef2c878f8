import type { ServerResponse } from 'node:http';
import type { Reply } from './behaviour.ts';

/** Behind the first byte of the first character that has several; in the middle when there is none. */
function middleOfCharacter(body: Buffer): number {
  const at = body.findIndex((byte) => byte >= 0x80);
  return at < 0 ? Math.floor(body.length / 2) : at + 1;
}

/** Sent later than this, bytes are a packet of their own. */
const packetGapMs = 2;

/** Sends a reply in an unusual way: one that a web framework would not allow, or would not think of. */
export function deliver(response: ServerResponse, reply: Reply): void {
  const { status, mediaType, headers, body, delivery } = reply;
  const { socket } = response;
  const head = { ...(mediaType !== undefined && { 'content-type': mediaType }), ...headers };
  const counted = { 'content-length': body.length, ...head };
  const middle = middleOfCharacter(body);
  switch (delivery) {
    case 'hang':
      return;
    case 'reset':
      socket?.resetAndDestroy();
      return;
    case 'cut':
      response.writeHead(status, counted).write(body.subarray(0, middle), () => socket?.end());
      return;
    case 'pieces':
      response.writeHead(status, head).write(body.subarray(0, middle));
      setTimeout(() => response.end(body.subarray(middle)), packetGapMs);
      return;
    case 'hangUp':
      response.writeHead(status, counted).end(body);
      socket?.end();
      return;
    default:
      response.writeHead(status, counted).end(body);
  }
}
