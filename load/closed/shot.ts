import type { Answer, Call, Failure } from '../../contracts/exchange.ts';

/** A call with its HTTP/1.1 request as bytes, made before the clock starts. */
export interface Shot {
  readonly call: Call;
  readonly bytes: Buffer;
}

/** How one sending of a shot ended. Moments are milliseconds of the monotonic clock. */
export interface Ended {
  readonly shot: Shot;
  readonly sentAt: number;
  readonly endedAt: number;
  readonly response?: Answer;
  readonly failure?: Failure;
  /** What the system said of the failure. */
  readonly reason?: string;
}

/** Makes the bytes of a call's request. */
export function shotOf(call: Call): Shot {
  const { method, url, headers, body } = call.request;
  const { host, pathname, search } = new URL(url);
  const lines = [
    `${method} ${pathname}${search} HTTP/1.1`,
    `host: ${host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
  ];
  return { call, bytes: Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]) };
}
