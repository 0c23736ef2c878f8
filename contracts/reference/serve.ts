import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Device } from '../batch.ts';
import { reasonOf, ToolkitError } from '../errors.ts';
import { type Reference, type ServiceOptions, start } from './service.ts';

export interface ServeOptions extends ServiceOptions {
  readonly envFile?: string;
  /** Written to it beside what points the toolkit here. */
  readonly settings?: Readonly<Record<string, string>>;
}

const mark = '# Written by `pkdk serve`; removed when it stops.';

function csv(devices: readonly Device[]): string {
  const field = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return ['pk,dk', ...devices.map(({ pk, dk }) => `${field(pk)},${field(dk)}`), ''].join('\n');
}

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

/** Files that point the toolkit at the service, by path; device files lie beside the settings. */
function filesFor(
  envFile: string,
  { url, tokens }: Reference,
  { account, settings: more }: ServeOptions,
): Map<string, string> {
  const ownFile = `${envFile}.devices.csv`;
  const foreignFile = `${envFile}.foreign-devices.csv`;
  const settings = {
    PKDK_BASE_URL: url,
    PKDK_TOKEN: tokens.valid,
    PKDK_EXPIRED_TOKEN: tokens.expired,
    PKDK_DEVICES: ownFile,
    PKDK_FOREIGN_DEVICES: foreignFile,
    ...more,
  };
  return new Map([
    [envFile, dotenv(settings)],
    [ownFile, csv(account.own)],
    [foreignFile, csv(account.foreign)],
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
  const { envFile, settings: _, ...serviceOptions } = options;
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
