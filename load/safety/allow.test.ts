import type { LookupFunction } from 'node:net';
import { describe, expect, test } from 'vitest';
import { assertLoadable, loadableLookup } from './allow.ts';

test.each([
  'http://127.0.0.1:80',
  'http://localhost',
  'https://[::1]:8443/x',
  'http://0x7f.1',
  'http://LOCALHOST',
])('loopback is always allowed: %s', (url) => expect(() => assertLoadable(url, [])).not.toThrow());

test.each([
  'http://staging.example.com',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://10.0.0.1',
  'http://localhost@evil.example',
  'http://evil.example#localhost',
  'http://0.0.0.0',
])('anything else is refused: %s', (url) =>
  expect(() => assertLoadable(url, [])).toThrow(/Load is not sent to/),
);

test('a host is allowed by its exact name, with or without the port', () => {
  const allow = ['staging.example.com', 'other.example.com:8443'];
  expect(() => assertLoadable('https://staging.example.com:444/v2', allow)).not.toThrow();
  expect(() => assertLoadable('https://other.example.com:8443', allow)).not.toThrow();
  expect(() => assertLoadable('https://other.example.com', allow)).toThrow();
  expect(() => assertLoadable('https://a.staging.example.com', allow)).toThrow();
  expect(() => assertLoadable('https://default.example.com', ['default.example.com:443'])).not.toThrow();
  expect(() => assertLoadable('http://default.example.com', ['default.example.com:443'])).toThrow();
});

describe('where connections go', () => {
  /** A system whose names all lead away from this machine, and what it was asked. */
  function misleading() {
    const asked: string[] = [];
    const lookup: LookupFunction = (hostname, _options, callback) => {
      asked.push(hostname);
      callback(null, [{ address: '192.0.2.1', family: 4 }]);
    };
    return { asked, lookup };
  }
  const found = (lookup: LookupFunction, name: string, all = true) =>
    new Promise((resolve) =>
      lookup(name, { all }, (error, address, family) => resolve(error ?? [address, family])),
    );

  test('localhost is this machine, whatever DNS and hosts files make of it: nobody is asked', async () => {
    const { asked, lookup } = misleading();
    const guarded = loadableLookup('http://LOCALHOST:8080/x', [], lookup);
    const addresses = [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ];
    expect(await found(guarded, 'localhost')).toEqual([addresses, undefined]);
    expect(await found(guarded, 'localhost', false)).toEqual(['127.0.0.1', 4]);
    expect(asked).toEqual([]);
  });

  test('an allowed host is looked up, and nothing else', async () => {
    const { asked, lookup } = misleading();
    const guarded = loadableLookup('https://staging.example.com', ['staging.example.com'], lookup);
    expect(await found(guarded, 'staging.example.com')).toEqual([
      [{ address: '192.0.2.1', family: 4 }],
      undefined,
    ]);
    expect(await found(guarded, 'localhost')).toMatchObject({ code: 'HOST_NOT_ALLOWED' });
    expect(await found(guarded, 'other.example.com')).toMatchObject({ code: 'HOST_NOT_ALLOWED' });
    expect(asked).toEqual(['staging.example.com']);
  });

  test('a host that is not allowed has no lookup', () => {
    expect(() => loadableLookup('http://staging.example.com', [])).toThrow(/Load is not sent to/);
  });
});
