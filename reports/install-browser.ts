import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './browser.ts';

/** Makes sure that the browser tests have a Chromium, and a font with Chinese glyphs. */

type Command = readonly [program: string, ...args: string[]];

const playwright = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
const packages = ['chromium', 'fonts-noto-cjk'];

function say(line: string): void {
  process.stderr.write(`install-browser: ${line}\n`);
}

function succeeds([program, ...args]: Command): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function run(command: Command): boolean {
  say(command.join(' '));
  const [program, ...args] = command;
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** Systems without fontconfig bring their own Chinese fonts. */
function hasChineseFont(): boolean {
  const { error, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return error ? process.platform !== 'linux' : stdout.trim() !== '';
}

/** How apt may be called here: as root, with sudo, or (`undefined`) not at all. */
function aptPrefix(): string[] | undefined {
  if (!existsSync('/etc/debian_version')) return undefined;
  if (process.getuid?.() === 0) return [];
  return succeeds(['sudo', '-n', 'true']) ? ['sudo', '-n'] : undefined;
}

function installWithApt(): boolean {
  const prefix = aptPrefix();
  if (!prefix) return false;
  const apt = (...args: string[]): Command => [
    'env',
    ...prefix,
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    ...args,
  ];
  return run(apt('update', '-q')) && run(apt('install', '-y', '-q', '--no-install-recommends', ...packages));
}

function main(): number {
  if (findChromium() && hasChineseFont()) return 0;
  installWithApt();
  if (!findChromium()) run([process.execPath, playwright, 'install', 'chromium']);
  const browser = findChromium();
  if (!browser) {
    say('no Chromium, and none could be installed. Install one and set PKDK_CHROMIUM to its path.');
    return 1;
  }
  if (!hasChineseFont()) say('no Chinese font: the Chinese report is tested without its glyphs.');
  say(`using ${browser}`);
  return 0;
}

process.exitCode = main();
