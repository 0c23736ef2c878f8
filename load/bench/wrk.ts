import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Call } from '../../contracts/exchange.ts';
import type { Figures } from './order.ts';

const run = promisify(execFile);

/** Sends the calls in turn. The token comes from the environment, never from a file. */
function script(calls: readonly Call[]): string {
  const requests = calls.map(({ request: { url, body } }) => {
    return `  wrk.format("POST", "${new URL(url).pathname}", headers, [==[${body}]==]),`;
  });
  return `local requests, turn = {}, 0
function init()
  local headers = {
    ["content-type"] = "application/json", ["accept"] = "application/json",
    ["authorization"] = os.getenv("PKDK_BENCH_AUTHORIZATION"),
  }
  requests = {
${requests.join('\n')}
  }
end
function request()
  turn = turn % #requests + 1
  return requests[turn]
end
`;
}

function numberIn(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? 0);
}

/** What `wrk` printed, and after it the shell's `times`: its own, then those of its children. */
export function readWrk(output: string): Figures {
  const elapsedSeconds = numberIn(output, /requests in ([\d.]+)s/);
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output) ?? [];
  const [, ...children] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(output) ?? [];
  const [minutes = 0, seconds = 0, systemMinutes = 0, systemSeconds = 0] = children.map(Number);
  const answered = numberIn(output, /(\d+) requests in/);
  const cpuSeconds = 60 * (minutes + systemMinutes) + seconds + systemSeconds;
  return {
    requestsPerSecond: numberIn(output, /Requests\/sec:\s+([\d.]+)/),
    cpu: elapsedSeconds > 0 ? cpuSeconds / elapsedSeconds : 0,
    sent: answered,
    answered,
    bad:
      numberIn(output, /Non-2xx or 3xx responses: (\d+)/) +
      errors.slice(1).reduce((sum, count) => sum + Number(count), 0),
    latencyMs: null,
  };
}

export interface WrkOptions {
  readonly calls: readonly Call[];
  readonly connections: number;
  /** Rounded up to whole seconds. */
  readonly durationMs: number;
}

/** Runs Debian's `wrk`. */
export async function runWrk(
  binary: string,
  { calls, connections, durationMs }: WrkOptions,
): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'pkdk-bench-'));
  const file = join(folder, 'requests.lua');
  writeFileSync(file, script(calls));
  const [first] = calls;
  const seconds = Math.ceil(durationMs / 1000);
  const wrk = [binary, '-t1', `-c${connections}`, `-d${seconds}s`, '-s', file];
  const url = new URL('/', first?.request.url).href;
  try {
    const { stdout } = await run('sh', ['-c', '"$@"; times', 'sh', ...wrk, url], {
      env: { PKDK_BENCH_AUTHORIZATION: first?.request.headers.authorization ?? '' },
      timeout: durationMs + 30_000,
    });
    return readWrk(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
