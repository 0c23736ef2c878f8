import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pinServer } from './pinned.ts';

/** What is answered at a path: text, with nginx's variables in it, such as `$request_id`. */
export type Pages = ReadonlyMap<string, readonly string[]>;

/** The longest parameter that nginx takes is 4,096 bytes, quotes included. */
const maxPart = 4000;

function parts(text: string): string[] {
  return text.match(new RegExp(`[^]{1,${maxPart}}`, 'g')) ?? [];
}

function location(path: string, texts: readonly string[]): string {
  const values = texts.flatMap((text) => (text.startsWith('$') ? [text] : parts(text)));
  if (values.some((value) => /['\\]|.\$/.test(value))) throw new Error(`nginx would read more into ${path}`);
  const sets = values.map((value, i) => `set $part${i}_ '${value}';`);
  const whole = values.map((_, i) => `\${part${i}_}`).join('');
  return `location = ${path} { ${sets.join(' ')} return 200 '${whole}'; }`;
}

/** A server that does nothing but answer, in one process, from memory. */
export function nginxConfig(folder: string, port: number, pages: Pages): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
master_process off;
pid ${folder}/pid;
error_log ${folder}/error.log crit;
events { worker_connections 16384; }
http {
  access_log off;
  default_type 'application/json;charset=UTF-8';
  keepalive_requests 1000000000;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port} backlog=4096;
    ${[...pages].map(([path, texts]) => location(path, texts)).join('\n    ')}
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function isUp(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const up = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return up;
}

/** Starts an nginx of our own on a free port of loopback, with its files in a temporary folder. */
export async function startNginx(binary: string, pages: Pages) {
  const folder = mkdtempSync(join(tmpdir(), 'pkdk-bench-'));
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  writeFileSync(config, nginxConfig(folder, port, pages));
  const child = spawn(binary, ['-c', config, '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    if (await isUp(port)) break;
    await sleep(50);
  }
  if (child.exitCode !== null || child.pid === undefined) throw new Error('nginx did not start');
  pinServer(child.pid);
  return { url: `http://127.0.0.1:${port}`, stop };
}
