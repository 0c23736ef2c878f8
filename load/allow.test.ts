import { expect, test } from 'vitest';
import { assertLoadable } from './allow.ts';

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
});
