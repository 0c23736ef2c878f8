import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type OddRequest, oddRequests, otherMethods } from './odd-requests.ts';
import { encodeBatch } from './request.ts';

const devices = [
  { pk: 'p"é', dk: '0012' },
  { pk: 'zzzzzz', dk: '设备' },
];

/** What a reader that knows the encoding makes of the body. */
const readers: Readonly<Record<string, (body: Buffer) => string>> = {
  gzip: (body) => gunzipSync(body).toString(),
  'byte-order-mark': (body) => body.toString().slice(1),
  'utf-16le': (body) => body.toString('utf16le').slice(1),
  'utf-16be': (body) => Buffer.from(body).swap16().toString('utf16le').slice(1),
  'utf-16-unmarked': (body) => body.toString('utf16le'),
};

const named = (requests: readonly OddRequest[]) => requests.map((one) => [one.name, one] as const);

it.each(named(oddRequests))('%s carries the devices', (name, { encode = encodeBatch }) => {
  const text = (readers[name] ?? String)(encode(devices));
  expect(JSON.parse(text)).toMatchObject(devices);
});

it('begins marked UTF-16 with its mark', () => {
  const marks = ['utf-16le', 'utf-16be'].map((name) => {
    const body = oddRequests.find((one) => one.name === name)?.encode?.(devices);
    return body?.subarray(0, 2).toString('hex');
  });
  expect(marks).toEqual(['fffe', 'feff']);
});

it('words each request once, in both languages', () => {
  const words = [...oddRequests, ...otherMethods].map(({ text }) => text.en);
  expect(new Set(words).size).toBe(words.length);
  for (const { text } of [...oddRequests, ...otherMethods]) expect(text.zh).not.toBe('');
});
