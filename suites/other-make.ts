import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Device } from '../contracts/batch.ts';

/** A service that shares no code with ours, and decides otherwise where the published page leaves it open. */
export interface OtherService {
  /** With a path of its own before that of the operation. */
  readonly url: string;
  /** No JWT. */
  readonly token: string;
  close(): void;
}

const path = '/gateway/v2/binding/enduserapi/batchGetPureBtResetCredentials';

const refusal = (code: number, msg: string) => ({
  status: code === 50004 ? 400 : 401,
  answer: { msg, code },
});

function isPair(item: unknown): item is Device {
  if (typeof item !== 'object' || item === null) return false;
  const { pk, dk } = { pk: undefined, dk: undefined, ...item };
  return typeof pk === 'string' && typeof dk === 'string';
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** Each device once, the last one first; credentials are new each time. */
function answerTo(pairs: readonly Device[], own: ReadonlySet<string>) {
  const distinct = [...new Map(pairs.map(({ pk, dk }) => [JSON.stringify([pk, dk]), { dk, pk }])).entries()];
  const successList: object[] = [];
  const failedList: object[] = [];
  for (const [key, pair] of distinct.reverse()) {
    if (own.has(key)) {
      const resetCredentials = createHash('md5').update(key).update(randomUUID()).digest('base64');
      successList.push({ resetCredentials, ...pair });
    } else failedList.push({ ...pair, msg: '设备未绑定' });
  }
  return { status: 200, answer: { data: { successList, failedList }, msg: 'OK', code: 200, extMsg: '' } };
}

/** Starts it, with an account that has these devices. */
export async function startOther(devices: readonly Device[]): Promise<OtherService> {
  const token = randomUUID();
  const own = new Set(devices.map(({ pk, dk }) => JSON.stringify([pk, dk])));

  async function reply(request: IncomingMessage) {
    const { method, url, headers } = request;
    const body = await buffer(request);
    if (url !== path) return { status: 404, answer: { error: 'Not Found' } };
    const given = headers.authorization?.replace(/^Bearer\s*/i, '').trim() ?? '';
    if (given === '') return refusal(5106, '请输入token');
    if (given !== token) return refusal(5032, 'token 验证失败');
    if (method !== 'POST') return { status: 405, answer: { code: 50004, msg: 'POST only' } };
    const value = parsed(body);
    const isBatch = Array.isArray(value) && value.length > 0 && value.length <= 50 && value.every(isPair);
    return isBatch ? answerTo(value, own) : refusal(50004, '参数错误');
  }

  const server = createServer(async (request, response) => {
    const { status, answer } = await reply(request);
    response.writeHead(status, { 'Content-Type': 'application/json', Server: 'other/2.7' });
    response.end(`${JSON.stringify(answer, null, 4)}\n`);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/gateway`,
    token,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
