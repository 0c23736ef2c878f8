import { fileURLToPath } from 'node:url';
import { ToolkitError } from '../contracts/errors.ts';
import type { Shard } from '../contracts/record.ts';

const reporter = fileURLToPath(new URL('./record-reporter.ts', import.meta.url));

/** The value of a flag that is given as `--flag value` or `--flag=value`; the last one counts. */
function flagValue(args: readonly string[], flag: string): string | undefined {
  const at = args.findLastIndex((arg) => arg === flag || arg.startsWith(`${flag}=`));
  return args[at] === flag ? args[at + 1] : args[at]?.slice(flag.length + 1);
}

/** Whether tests are only listed: nothing is sent. */
export function isListing(args: readonly string[]): boolean {
  return args.includes('--list');
}

/** Whether these arguments open Playwright's user interface, where people run tests one by one. */
export function isUiMode(args: readonly string[]): boolean {
  return args.some((arg) => /^--ui(-host|-port)?(=|$)/.test(arg));
}

/** The shard that `--shard` asks for. Throws SETTING. */
export function shardOf(args: readonly string[]): Shard | undefined {
  const value = flagValue(args, '--shard');
  if (value === undefined) return undefined;
  const [current = 0, total = 0] = /^\d+\/\d+$/.test(value) ? value.split('/').map(Number) : [];
  if (current >= 1 && current <= total) return { current, total };
  const expected = { en: 'current/total, such as 1/3', zh: '“第几片/总片数”，例如 1/3' };
  throw new ToolkitError('SETTING', { name: '--shard', value, expected });
}

/**
 * `--reporter` replaces the reporters of the configuration, and the one that writes the record with them: it goes
 * back in, first, so that a reporter of blobs finds what it adds to them. In UI mode there is no record.
 */
export function keepRecord(args: readonly string[]): string[] {
  if (isUiMode(args)) return [...args];
  return args.map((arg, i) => {
    if (args[i - 1] === '--reporter' && arg !== '') return `${reporter},${arg}`;
    return arg.replace(/^--reporter=(?=.)/, (flag) => `${flag}${reporter},`);
  });
}
