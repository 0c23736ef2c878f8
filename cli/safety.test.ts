import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { account, own } from '../contracts/reference/sample.ts';
import { start } from '../contracts/reference/service.ts';
import { sweep } from '../load/scenarios/sweep.ts';
import { countDown } from './countdown.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
const devices = join(folder, 'devices.csv');
writeFileSync(devices, `pk,dk\n${own.map(({ pk, dk }) => `${pk},${dk}`).join('\n')}\n`);

let answered = 0;
const service = await start({
  account,
  behaviour: {
    answer(answer) {
      answered += 1;
      return answer;
    },
  },
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

/** Calls for load on the service under an address that is not loopback, though it leads to this machine. */
async function load(
  args: readonly string[],
  {
    env = {},
    onTalk = () => {},
  }: { env?: NodeJS.Dict<string>; onTalk?(text: string, stop: () => void): void },
) {
  const controller = new AbortController();
  const [out, talk]: [string[], string[]] = [[], []];
  const before = answered;
  const code = await main(args, {
    env: {
      ...{
        LANG: 'C',
        PKDK_TOKEN: service.tokens.valid,
        PKDK_DEVICES: devices,
        PKDK_OUT: join(folder, 'out'),
      },
      ...{ PKDK_BASE_URL: service.url.replace('127.0.0.1', '0.0.0.0'), PKDK_ALLOW_HOSTS: '0.0.0.0' },
      ...env,
    },
    dotenv: {},
    stdout: { write: (text) => out.push(text) },
    stderr: {
      write(text) {
        talk.push(text);
        onTalk(text, () => controller.abort());
      },
    },
    signal: controller.signal,
  });
  return { code, talk: talk.join(''), sent: answered - before };
}

const small = ['load', 'sweep', '--batch-sizes', '1', '--duration', '100ms', '--warmup', '10ms'];

test('load on another machine is counted down, and Ctrl-C meanwhile sends nothing', async () => {
  const { code, talk, sent } = await load(small, {
    onTalk: (text, stop) => text.startsWith('In 5 s load goes to 0.0.0.0:') && stop(),
  });
  expect(talk).toMatch(/: sweep, batch sizes 1, as many requests as are answered, about 1 s\. Ctrl-C/);
  expect(code).toBe(130);
  // The one call that shows that the target is there.
  expect(sent).toBe(1);
});

test('where nobody watches, and on this machine, nothing is counted down', async () => {
  const inCi = await load(small, { env: { CI: 'true' } });
  expect(inCi.talk).not.toContain('Ctrl-C');
  expect(inCi.sent).toBeGreaterThan(1);
  const here = await load(small, { env: { PKDK_BASE_URL: service.url } });
  expect(here.talk).not.toContain('Ctrl-C');
  expect(here.sent).toBeGreaterThan(1);
});

test('the countdown takes five seconds, and tells them', async () => {
  const lines: string[] = [];
  const waits: number[] = [];
  const options = {
    host: 'staging.example.com',
    planned: sweep({ batchSizes: '1,10' }, { own, foreign: [], unknown: [] }),
    maxRate: 200,
    lang: 'en',
    terminal: { say: (line: string) => lines.push(line), status: (line: string) => lines.push(line) },
    wait: async (ms: number) => waits.push(ms),
  } as const;
  await countDown({ ...options, signal: new AbortController().signal });
  expect(waits).toEqual([1000, 1000, 1000, 1000, 1000]);
  expect(lines[0]).toContain('staging.example.com: sweep, batch sizes 1, 10, up to 200 requests per second');
  expect(lines.slice(1)).toEqual([5, 4, 3, 2, 1].map((left) => `load to staging.example.com in ${left} s`));
  await countDown({ ...options, lang: 'zh', signal: AbortSignal.abort() });
  expect(waits).toHaveLength(5);
  expect(lines.at(-1)).toContain('将向 staging.example.com 施压：sweep');
});

test.each([
  [
    ['load', 'rate', '--rate', '50', '--max-rate', '10'],
    {},
    /up to 50 requests per second; --max-rate .* allows 10/,
  ],
  [['load', 'rate', '--rate', '50'], { PKDK_MAX_RATE: '49.5' }, /PKDK_MAX_RATE\) allows 49\.5/],
  [
    ['load', 'sweep', '--batch-sizes', '1,2', '--max-duration', '12s'],
    {},
    /about 13 s; --max-duration .* allows 12 s/,
  ],
  [['load', 'sweep'], { PKDK_MAX_DURATION: '1s' }, /--max-duration \(PKDK_MAX_DURATION\) allows 1 s/],
  [['load', 'rate', '--rate', '1', '--duration', '61m'], {}, /allows 3600 s/],
  [['load', 'soak', '--duration', '2h'], {}, /about 7205 s; --max-duration .* allows 3600 s/],
  [['run', '--max-duration', '12s'], {}, /allows 12 s/],
  [['load', 'sweep', '--max-rate', '0'], {}, /PKDK_MAX_RATE is "0"/],
  [['load', 'sweep', '--max-duration', 'long'], {}, /PKDK_MAX_DURATION is "long"/],
])('%j with %j is refused before anything is sent', async (args, env, message) => {
  const { code, talk, sent } = await load(args, { env });
  expect(talk).toMatch(message);
  expect([code, sent]).toEqual([2, 0]);
});
