import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ToolkitError } from './contracts/errors.ts';

/** How a setting is read: `parse` gives `undefined` for a text that it cannot take. */
interface Setting<T> {
  readonly name: string;
  readonly isSecret?: boolean;
  readonly expected: { readonly en: string; readonly zh: string };
  parse(text: string): T | undefined;
}

const setting = <T>(
  name: string,
  expected: Setting<T>['expected'],
  parse: Setting<T>['parse'],
): Setting<T> => ({ name, expected, parse });

const text = (name: string) => setting(name, { en: 'a text', zh: '一段文本' }, (value) => value);
const file = (name: string) => setting(name, { en: 'the path of a file', zh: '文件路径' }, (value) => value);
const secret = (name: string) => ({ ...text(name), isSecret: true });

const flag = (name: string) =>
  setting(name, { en: '0 or 1', zh: ' 0 或 1' }, (value) =>
    /^[01]$/.test(value) ? value === '1' : undefined,
  );

const integer = (name: string, min: number, max: number) =>
  setting(name, { en: `an integer from ${min} to ${max}`, zh: ` ${min} 到 ${max} 之间的整数` }, (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max ? number : undefined;
  });

const choice = <T extends string>(name: string, ...choices: readonly T[]) =>
  setting(name, { en: choices.join(' or '), zh: ` ${choices.join(' 或 ')}` }, (value) =>
    choices.find((candidate) => candidate === value),
  );

const perSecond = (name: string) =>
  setting(name, { en: 'a number from 0.01 to 100000', zh: ' 0.01 到 100000 之间的数' }, (value) => {
    const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
    return number >= 0.01 && number <= 100_000 ? number : undefined;
  });

/** Stays as it was written: whoever waits reads it. */
const duration = (name: string) =>
  setting(name, { en: 'a duration such as 30s, 5m or 2h', zh: '时长，例如 30s、5m 或 2h' }, (value) =>
    /^\d+(\.\d+)?(ms|s|m|h)$/.test(value) && Number.parseFloat(value) > 0 ? value : undefined,
  );

/**
 * Where a target is: no user, query or fragment, no slash at its end, and nothing that one reader of URLs takes out and
 * another does not.
 */
export const baseUrl = setting(
  'PKDK_BASE_URL',
  { en: 'a URL with http:// or https://', zh: '以 http:// 或 https:// 开头的 URL' },
  (value) => {
    if (!/^https?:\/\/[^\s\\\p{Cc}]*$/iu.test(value) || !URL.canParse(value)) return undefined;
    const { username, password, search, hash, href } = new URL(value);
    return username || password || search || hash ? undefined : href.replace(/\/+$/, '');
  },
);

const hosts = setting(
  'PKDK_ALLOW_HOSTS',
  { en: 'host names, comma-separated', zh: '以逗号分隔的主机名' },
  (value) => {
    const names = value.split(',').map((name) => name.trim().toLowerCase());
    return names.every((name) => /^[\w.:[\]-]+$/.test(name)) ? names : undefined;
  },
);

/** Every setting. */
const table = {
  baseUrl,
  token: secret('PKDK_TOKEN'),
  expiredToken: secret('PKDK_EXPIRED_TOKEN'),
  refreshToken: secret('PKDK_REFRESH_TOKEN'),
  loginPhone: secret('PKDK_LOGIN_PHONE'),
  loginCountry: text('PKDK_LOGIN_COUNTRY'),
  loginEmail: secret('PKDK_LOGIN_EMAIL'),
  loginPassword: secret('PKDK_LOGIN_PASSWORD'),
  userDomain: text('PKDK_USER_DOMAIN'),
  userDomainSecret: secret('PKDK_USER_DOMAIN_SECRET'),
  devices: file('PKDK_DEVICES'),
  foreignDevices: file('PKDK_FOREIGN_DEVICES'),
  tokenErrorStatus: integer('PKDK_TOKEN_ERROR_STATUS', 200, 499),
  maxBatch: integer('PKDK_MAX_BATCH', 1, 100_000),
  maxRequests: integer('PKDK_MAX_REQUESTS', 1, 1_000_000),
  maxConcurrency: integer('PKDK_MAX_CONCURRENCY', 1, 1000),
  findMaxBatch: integer('PKDK_FIND_MAX_BATCH', 1, 100_000),
  allowHosts: hosts,
  maxRate: perSecond('PKDK_MAX_RATE'),
  maxDuration: duration('PKDK_MAX_DURATION'),
  observed: file('PKDK_OBSERVED'),
  strict: flag('PKDK_STRICT'),
  knownFailures: file('PKDK_KNOWN_FAILURES'),
  seed: integer('PKDK_SEED', 0, 0xffff_ffff),
  lang: choice('PKDK_LANG', 'en', 'zh'),
  out: file('PKDK_OUT'),
  caFile: file('PKDK_CA_FILE'),
  insecure: flag('PKDK_INSECURE'),
};

/** Variables of the toolkit's own processes and tests, which are not settings. */
const internalVariables = [
  'PKDK_RUN_ID',
  'PKDK_RECORD_FOLDER',
  'PKDK_GATE',
  'PKDK_CHROMIUM',
  'PKDK_UPDATE_SCREENSHOT',
];

export const settingNames: readonly string[] = Object.values(table).map(({ name }) => name);

/** The account of an end user to log in with: by phone, or by e-mail. */
export interface Login {
  readonly user: { readonly phone: string; readonly country: string } | { readonly email: string };
  readonly password: string;
  readonly userDomain: string;
  readonly userDomainSecret: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export type Settings = ReturnType<typeof readSettings>;

function readDotenv(): Environment {
  return existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
}

/** The language of the locale, or the one that is asked for; used before the settings are known to be good. */
export function languageOf(asked: string | undefined, env: Environment = process.env): 'en' | 'zh' {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(asked || env.PKDK_LANG || locale) ? 'zh' : 'en';
}

/**
 * Reads the settings: flag, then environment, then `.env`, then default. Flags go by the names of the
 * variables, and an empty value counts as not given. Throws SETTINGS with every problem at once.
 */
export function readSettings(flags: Environment = {}, env: Environment = process.env, dotenv = readDotenv()) {
  const problems: ToolkitError[] = [];
  const given: Record<string, string> = {};
  const textOf = (name: string) => (flags[name] || env[name] || dotenv[name] || '').trim();

  function take<T>({ name, isSecret, expected, parse }: Setting<T>): T | undefined {
    const value = textOf(name);
    if (value === '') return undefined;
    if (!isSecret) given[name] = value;
    const parsed = parse(value);
    if (parsed === undefined) {
      problems.push(new ToolkitError('SETTING', { name, value: isSecret ? '***' : value, expected }));
    }
    return parsed;
  }

  /** The account to log in with, once any of its settings is given; then all of them are needed. */
  function takeLogin(): Login | undefined {
    const [phone, country, email] = [table.loginPhone, table.loginCountry, table.loginEmail].map(take);
    const common = [table.loginPassword, table.userDomain, table.userDomainSecret];
    const [password, userDomain, userDomainSecret] = common.map(take);
    if (![phone, country, email, password, userDomain, userDomainSecret].some(Boolean)) return undefined;
    const because = 'PKDK_LOGIN_*';
    const user = email ? [table.loginEmail] : [table.loginPhone, table.loginCountry];
    for (const { name } of [...user, ...common]) {
      if (textOf(name) === '') problems.push(new ToolkitError('SETTING_NEEDED', { name, because }));
    }
    return {
      user: email ? { email } : { phone: phone ?? '', country: country ?? '' },
      ...{ password: password ?? '', userDomain: userDomain ?? '', userDomainSecret: userDomainSecret ?? '' },
    };
  }

  for (const name of new Set([...Object.keys(env), ...Object.keys(dotenv)])) {
    const isKnown =
      !name.startsWith('PKDK_') || settingNames.includes(name) || internalVariables.includes(name);
    if (!isKnown) problems.push(new ToolkitError('SETTING_UNKNOWN', { name }));
  }
  const settings = {
    baseUrl: take(table.baseUrl),
    token: take(table.token),
    expiredToken: take(table.expiredToken),
    refreshToken: take(table.refreshToken),
    login: takeLogin(),
    devices: take(table.devices),
    foreignDevices: take(table.foreignDevices),
    tokenErrorStatus: take(table.tokenErrorStatus) ?? 200,
    maxBatch: take(table.maxBatch) ?? 100,
    /** Without one, the target decides. */
    maxRequests: take(table.maxRequests),
    maxConcurrency: take(table.maxConcurrency),
    findMaxBatch: take(table.findMaxBatch),
    allowHosts: take(table.allowHosts) ?? [],
    /** Without one, load is what its plan says. */
    maxRate: take(table.maxRate),
    maxDuration: take(table.maxDuration) ?? '1h',
    observed: take(table.observed),
    strict: take(table.strict) ?? false,
    knownFailures: take(table.knownFailures),
    seed: take(table.seed) ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    lang: take(table.lang) ?? languageOf(undefined, env),
    out: take(table.out) ?? 'reports/out',
    caFile: take(table.caFile),
    insecure: take(table.insecure) ?? false,
    /** What was given, as it was given, without the secrets. */
    given,
  };
  if (settings.baseUrl && !settings.login) {
    const because = baseUrl.name;
    for (const { name } of [table.token, table.devices]) {
      if (textOf(name) === '') problems.push(new ToolkitError('SETTING_NEEDED', { name, because }));
    }
  }
  if (problems.length > 0) throw new ToolkitError('SETTINGS', {}, problems);
  return Object.freeze(settings);
}
