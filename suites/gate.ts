import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { deserialize, serialize } from 'node:v8';
import { another } from '../contracts/access/another.ts';
import { TokenKeeper } from '../contracts/access/token-keeper.ts';
import { ToolkitError } from '../contracts/errors.ts';
import type { Call, Exchange, PreparedRequest } from '../contracts/exchange.ts';
import { isLoopback } from '../contracts/loopback.ts';
import { type Limits, limited } from '../contracts/manners/limited.ts';
import { NotSent } from '../contracts/manners/not-sent.ts';
import { supervised } from '../contracts/manners/supervised.ts';
import { throttled } from '../contracts/manners/throttled.ts';
import { preflight } from '../contracts/preflight.ts';
import { openTransport, type Transport } from '../contracts/send.ts';
import type { Text } from '../contracts/text.ts';
import { remoteTarget, smallestCall, type Target } from '../generators/target.ts';
import type { Settings } from '../settings.ts';

/** The one way to a target: all workers of a run send through it, so that limits and tokens are the run's. */
export interface Gate {
  /** On this machine. Whoever knows it may send. */
  readonly address: string;
  close(): Promise<void>;
}

/** What the gate says of a call: how it went and with which headers, or why it was not sent. */
export interface Passed {
  readonly end: (Omit<Exchange, keyof Call> & Pick<PreparedRequest, 'headers'>) | { readonly notSent: Text };
  /** The one in use from now on. */
  readonly token: string;
}

/** What crosses of a call. */
export type Passing = Pick<Call, 'request' | 'token'>;

/** What workers get to know of the target. */
export type GatedTarget = Omit<Target, 'close'>;

type RemoteSettings = Settings & { readonly baseUrl: string };

/** For systems of others; this machine may be used as it likes. */
const staging: Limits = { maxConcurrency: 5, maxRequests: 600 };
const unlimited: Limits = { maxConcurrency: Number.POSITIVE_INFINITY, maxRequests: Number.POSITIVE_INFINITY };

/** The limits of the settings, or those that are usual for the target. */
export function limitsOf({
  baseUrl,
  maxConcurrency,
  maxRequests,
}: Pick<RemoteSettings, 'baseUrl'> & Partial<Pick<Settings, 'maxConcurrency' | 'maxRequests'>>): Limits {
  const usual = isLoopback(new URL(baseUrl).hostname) ? unlimited : staging;
  return {
    maxConcurrency: maxConcurrency ?? usual.maxConcurrency,
    maxRequests: maxRequests ?? usual.maxRequests,
  };
}

/** The target, known to be there and to take the token that is kept. */
async function reach(settings: RemoteSettings, transport: Transport) {
  const opened = await remoteTarget(settings, transport);
  const { close: _, ...target } = opened;
  const keeper = new TokenKeeper(target, (access) =>
    another(transport, settings.baseUrl, access, settings.login),
  );
  await keeper.renewIfDue();
  const probe = smallestCall(opened);
  await preflight(transport, keeper.current(probe), keeper.token);
  return { target, keeper, watched: supervised(transport, keeper, probe) };
}

async function pass(transport: Transport, { request, token }: Passing): Promise<Passed['end']> {
  try {
    const exchange = await transport.send({ request, token });
    const { request: sent, token: _, ...end } = exchange;
    return { ...end, headers: sent.headers };
  } catch (error) {
    if (error instanceof NotSent) return { notSent: error.reason };
    throw error;
  }
}

/**
 * Opens the gate to the target of the settings. Logs in and lists the devices if they ask for it.
 * Throws what that throws, what the preflight throws, and NOT_SENT.
 */
export async function openGate(settings: RemoteSettings): Promise<Gate> {
  const transport = throttled(limited(openTransport(settings), limitsOf(settings)));
  const { target, keeper, watched } = await reach(settings, transport).catch(async (error) => {
    await transport.close();
    if (!(error instanceof NotSent)) throw error;
    throw new ToolkitError('NOT_SENT', { url: settings.baseUrl, reason: error.reason });
  });
  const path = `/${randomUUID()}`;
  const server = createServer(async (request, response) => {
    if (request.url !== path) return response.writeHead(404).end();
    if (request.method === 'GET') return response.end(serialize({ ...target, token: keeper.token }));
    const end = await pass(watched, deserialize(await buffer(request)));
    return response.end(serialize({ end, token: keeper.token } satisfies Passed));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await transport.close();
    },
  };
}
