import type { LoginAccount } from '../access/login-form.ts';
import { reasonOf, ToolkitError } from '../errors.ts';
import { createAlarm } from './alarm.ts';
import type { Behaviour } from './behaviour.ts';
import { addEndUser, loginAccount } from './end-user.ts';
import { closeConnections, createApp } from './http.ts';
import { type Account, createInventory } from './inventory.ts';
import { createResponder } from './respond.ts';
import { createQueue, type ServiceTimeModel } from './service-time.ts';
import { accessTokenSeconds, type Claims, createTokens, type Tokens } from './tokens.ts';

export interface ServiceOptions {
  readonly account: Account;
  /** 0, the default, lets the system pick a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Without one, every request is answered at once. */
  readonly model?: ServiceTimeModel;
  /** What it does otherwise than the plain service: right or wrong. */
  readonly behaviour?: Behaviour;
  /** End a connection after every n-th answer. */
  readonly closeEvery?: number;
  /** Say `Connection: close` in that answer; by default the connection just ends. */
  readonly announceClose?: boolean;
  /** Who may log in; without one, an account with secrets of its own. */
  readonly login?: LoginAccount | undefined;
  /** Milliseconds since the epoch, by which tokens are judged. */
  readonly now?: () => number;
  /** How long its access tokens live; 7,200 by default. */
  readonly accessTokenSeconds?: number;
  /** Who signs and judges its tokens instead, by a clock of its own; a new key takes a while to make. */
  readonly signer?: Tokens;
}

/** A running reference service. Its tokens are without the prefix `Bearer `. */
export interface Reference {
  readonly url: string;
  readonly tokens: { readonly valid: string; readonly expired: string; readonly refresh: string };
  /** The account whose devices it holds. */
  readonly login: LoginAccount;
  /** A token signed by this service: an access token of this moment, changed by the claims given. */
  signToken(claims?: Partial<Claims>): Promise<string>;
  /** Refuses a token from now on, as when its user logs in elsewhere. */
  revoke(token: string): void;
  /** Ends every connection and frees the port. */
  stop(): Promise<void>;
}

/** Starts the reference service. Throws LISTEN. */
export async function start(options: ServiceOptions): Promise<Reference> {
  const { account, port = 0, host = '127.0.0.1', model, behaviour, closeEvery, now = Date.now } = options;
  const tokens = options.signer ?? (await createTokens(now, options.accessTokenSeconds));
  const queue = model && createQueue(model);
  const alarm = createAlarm();
  const login = options.login ?? loginAccount();
  const app = createApp(
    createResponder(tokens, createInventory(account), behaviour),
    queue && ((arrivedAtMs, devices) => alarm.at(queue(arrivedAtMs, devices))),
  );
  addEndUser(app, { account: login, devices: account.own, tokens });
  if (closeEvery) closeConnections(app, closeEvery, options.announceClose ?? false);

  const seconds = Math.floor(now() / 1000);
  const [valid, expired, refresh] = await Promise.all([
    tokens.sign(),
    tokens.sign({ iat: seconds - 2 * accessTokenSeconds, exp: seconds - accessTokenSeconds }),
    tokens.sign({ type: 'RefreshToken' }),
  ]);
  try {
    return {
      url: await app.listen({ port, host }),
      tokens: { valid, expired, refresh },
      login,
      signToken: tokens.sign,
      revoke: tokens.revoke,
      async stop() {
        alarm.stop();
        await app.close();
      },
    };
  } catch (error) {
    throw new ToolkitError('LISTEN', { port, reason: reasonOf(error) });
  }
}
