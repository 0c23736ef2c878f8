import { afterAll, expect, test } from 'vitest';
import { operationPath } from '../contract.ts';
import { account, own } from './sample.ts';
import { start } from './service.ts';

const reference = await start({ account });
afterAll(() => reference.stop());

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

interface Sent {
  readonly method?: string;
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
}

async function statusOf({ method = 'POST', body = JSON.stringify(own), headers }: Sent): Promise<number> {
  const authorization = `Bearer ${reference.tokens.valid}`;
  const response = await fetch(reference.url + operationPath, {
    method,
    headers: { authorization, 'content-type': 'application/json', ...headers },
    ...(method !== 'GET' && { body }),
  });
  expect(await response.text()).not.toMatch(/\bat .*:\d+:\d+/);
  return response.status;
}

test.each<[string, Sent]>([
  ['a million arrays inside each other', { body: nested(1_000_000) }],
  ['deep JSON under a key that nobody asked for', { body: `[{"more":${nested(100_000)}}]` }],
  ['a number of a million digits', { body: `[{"pk":"p","dk":${'9'.repeat(1_000_000)}}]` }],
  ['NUL bytes', { body: Buffer.alloc(1000) }],
  ['an empty media type', { headers: { 'content-type': '' } }],
  ['a charset that nobody knows', { headers: { 'content-type': 'application/json;charset=x-none' } }],
  ['a content coding that nobody knows', { headers: { 'content-encoding': 'x-none' } }],
])('%s: no failure of the service, and no trace', async (_name, sent) => {
  expect(await statusOf(sent)).toBeLessThan(500);
});

test.each(['GET', 'PUT', 'PATCH', 'DELETE'])('there is no %s', async (method) => {
  const status = await statusOf({ method });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
});
