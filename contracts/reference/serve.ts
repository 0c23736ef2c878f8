import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LoginAccount } from '../access/login-form.ts';
import { devicesAsCsv } from '../batch.ts';
import { reasonOf, ToolkitError } from '../errors.ts';
import { type Reference, type ServiceOptions, start } from './service.ts';

export interface ServeOptions extends ServiceOptions {
  /** Where settings for the toolkit are written. */
  readonly envFile?: string;
  /** The settings log in and list the devices, instead of holding a token and a device file. */
  readonly withLogin?: boolean;
  /** Written to it beside what points the toolkit here. */
  readonly settings?: Readonly<Record<string, string>>;
}

const mark = '# Written by `pkdk serve`; removed when it stops.';

/** In quotes that do not occur in the value; dotenv has no escapes. */
function quoted(value: string): string {
  const quote = ["'", '"', '`'].find((candidate) => !value.includes(candidate)) ?? "'";
  return `${quote}${value}${quote}`;
}

function dotenv(settings: Readonly<Record<string, string>>): string {
  return [mark, ...Object.entries(settings).map(([name, value]) => `${name}=${quoted(value)}`), ''].join(
    '\n',
  );
}

/** What tells the toolkit to log in with an account. */
export function loginSettings({
  user,
  password,
  userDomain,
  userDomainSecret,
}: LoginAccount): Record<string, string> {
  return {
    ...('email' in user
      ? { PKDK_LOGIN_EMAIL: user.email }
      : { PKDK_LOGIN_PHONE: user.phone, PKDK_LOGIN_COUNTRY: user.country }),
    PKDK_LOGIN_PASSWORD: password,
    PKDK_USER_DOMAIN: userDomain,
    PKDK_USER_DOMAIN_SECRET: userDomainSecret,
  };
}

/** Files that point the toolkit at the service, by path; device files lie beside the settings. */
function filesFor(
  envFile: string,
  { url, tokens, login }: Reference,
  { account, withLogin, settings: more }: ServeOptions,
): Map<string, string> {
  const ownFile = `${envFile}.devices.csv`;
  const foreignFile = `${envFile}.foreign-devices.csv`;
  const access = withLogin
    ? loginSettings(login)
    : { PKDK_TOKEN: tokens.valid, PKDK_REFRESH_TOKEN: tokens.refresh, PKDK_DEVICES: ownFile };
  const settings = {
    PKDK_BASE_URL: url,
    ...access,
    PKDK_EXPIRED_TOKEN: tokens.expired,
    PKDK_FOREIGN_DEVICES: foreignFile,
    ...more,
  };
  return new Map([
    [envFile, dotenv(settings)],
    [ownFile, devicesAsCsv(account.own)],
    [foreignFile, devicesAsCsv(account.foreign)],
  ]);
}

/** Settings someone wrote by hand are not replaced; those a killed service left behind are. */
async function refuseForeignFile(file: string): Promise<void> {
  const present = await readFile(file, 'utf8').catch(() => mark);
  if (present.startsWith(mark)) return;
  throw new ToolkitError('ENV_FILE', {
    file,
    reason: 'it exists and is not from an earlier serve',
  });
}

/** Starts the reference service; with `envFile`, settings for the toolkit lie there until it stops. */
export async function serve(options: ServeOptions): Promise<Reference> {
  const { envFile, withLogin: _login, settings: _settings, ...serviceOptions } = options;
  if (envFile === undefined) return start(serviceOptions);

  const path = resolve(envFile);
  await refuseForeignFile(path);
  const reference = await start(serviceOptions);
  const files = filesFor(path, reference, options);

  async function stop(): Promise<void> {
    await Promise.all([reference.stop(), ...[...files.keys()].map((file) => rm(file, { force: true }))]);
  }

  try {
    for (const [file, content] of files) {
      await rm(file, { force: true });
      await writeFile(file, content, { mode: 0o600, flag: 'wx' });
    }
  } catch (error) {
    await stop();
    throw new ToolkitError('ENV_FILE', { file: path, reason: reasonOf(error) });
  }
  return { ...reference, stop };
}
