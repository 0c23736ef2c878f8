import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PerformanceObserver } from 'node:perf_hooks';
import { afterAll, expect, test } from 'vitest';
import { allowedHosts, hostileUrls, loopbackUrls } from '../load/safety/hostile-urls.ts';
import { call } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
const devices = join(folder, 'devices.csv');
writeFileSync(devices, 'pk,dk\np11pLZ,D1\n');

let arrived = 0;
// On all addresses of this machine: whatever leads here in any way is seen.
const server = createServer((socket) => {
  arrived += 1;
  socket.destroy();
}).listen(0);
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' ? address?.port : 0;

let opened = 0;
const onSocket = () => {
  opened += 1;
};
subscribe('net.client.socket', onSocket);
let lookups = 0;
const observer = new PerformanceObserver((list) => {
  lookups += list.getEntries().length;
});
observer.observe({ entryTypes: ['dns'] });

afterAll(() => {
  unsubscribe('net.client.socket', onSocket);
  observer.disconnect();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Calls for load there; how many connections were opened, arrived, and names were looked up meanwhile. */
async function load(url: string) {
  const before = [opened, arrived];
  const { code, stderr } = await call(['load', 'sweep', '--batch-sizes', '1'], {
    PKDK_BASE_URL: url.replace('{port}', String(port)),
    PKDK_ALLOW_HOSTS: allowedHosts.join(),
    PKDK_TOKEN: 'secret',
    PKDK_DEVICES: devices,
    PKDK_OUT: join(folder, 'out'),
    CI: '1',
  });
  return { code, stderr, opened: opened - (before[0] ?? 0), arrived: arrived - (before[1] ?? 0) };
}

const lookupsSoFar = async () => {
  await new Promise((resolve) => setImmediate(resolve));
  lookups += observer.takeRecords().length;
  return lookups;
};

test('there are at least 200 hostile spellings, each once', () => {
  const spellings = hostileUrls.map(([, url]) => url);
  expect(new Set(spellings).size).toBe(spellings.length);
  expect(spellings.length).toBeGreaterThanOrEqual(200);
});

test('no hostile spelling of a URL has anything looked up, opened or sent', async () => {
  const through: unknown[] = [];
  for (const [family, url] of hostileUrls) {
    const { stderr, ...came } = await load(url);
    const isRefused = /Load is not sent to|PKDK_BASE_URL is/.test(stderr);
    if (!isRefused || came.code !== 2 || came.opened + came.arrived > 0)
      through.push({ family, url, ...came });
  }
  expect(through).toEqual([]);
  expect(await lookupsSoFar()).toBe(0);
});

test('odd spellings of this machine lead to this machine, and no name is looked up', async () => {
  const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some((one) => one.address === '::1'));
  for (const url of loopbackUrls.filter((spelling) => hasIpv6 || !spelling.includes('['))) {
    const { code, opened, arrived } = await load(url);
    expect({ url, code, isOpened: opened > 0, arrived }).toEqual({
      url,
      code: 3,
      isOpened: true,
      arrived: 1,
    });
  }
  expect(await lookupsSoFar()).toBe(0);
  // The counter counts.
  await lookup('localhost');
  expect(await lookupsSoFar()).toBe(1);
});
