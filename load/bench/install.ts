import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const folders = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

function find(program: string): string | undefined {
  return folders.map((folder) => `${folder}/${program}`).find((file) => existsSync(file));
}

/** The path of a program, which is installed from Debian's package when it is missing and we may. */
export function installed(program: string, debianPackage: string, say: (line: string) => void): string {
  const found = find(program);
  if (found) return found;
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', debianPackage];
  say(`${program} is missing: ${install.join(' ')}`);
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', install.slice(1), { stdio: 'ignore' });
  } catch {
    // What the next line finds counts.
  }
  const now = find(program);
  if (now) return now;
  throw new Error(`${program} is missing and could not be installed. As root: ${install.join(' ')}`);
}
