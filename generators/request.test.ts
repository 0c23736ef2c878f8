import { describe, expect, it } from 'vitest';
import type { Batch } from '../contracts/batch.ts';
import { randomStream } from './random.ts';
import { bareToken, bearer, encodeBatch, prepareCall } from './request.ts';

const url = 'http://127.0.0.1/v2/x';
const batch: Batch = { devices: [{ dk: '001', pk: 'p11pLZ' }], origins: ['own'], seed: 1, index: 2 };

describe('encodeBatch', () => {
  it('writes pk before dk and nothing else', () => {
    const device = { note: 'mine', dk: '001', pk: 'p11pLZ' };
    expect(encodeBatch([device, device]).toString()).toBe(
      '[{"pk":"p11pLZ","dk":"001"},{"pk":"p11pLZ","dk":"001"}]',
    );
    expect(encodeBatch([]).toString()).toBe('[]');
  });

  it('escapes whatever a key holds', () => {
    const hostile = [
      '"',
      '\\',
      '/',
      '\0',
      '\n',
      '\u001f',
      '\u007f',
      '\u2028',
      '\uFEFF',
      '\uD800',
      '\uDC00',
      '😀',
      '钥',
      '</',
      '$&',
      'a',
    ];
    const stream = randomStream(1, 1);
    const word = () =>
      Array.from({ length: stream.below(8) }, () => hostile[stream.below(hostile.length)]).join('');
    const devices = Array.from({ length: 5000 }, () => ({ pk: word(), dk: word() }));
    expect(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(encodeBatch(devices)))).toEqual(
      devices,
    );
  });
});

describe('prepareCall', () => {
  it('sends a batch as JSON', () => {
    expect(prepareCall({ url, token: 'valid', authorization: 'Bearer x', batch })).toEqual({
      token: 'valid',
      batch,
      request: {
        method: 'POST',
        url,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: 'Bearer x',
        },
        body: Buffer.from('[{"pk":"p11pLZ","dk":"001"}]'),
      },
    });
  });

  it('sends no Authorization header without one, an empty one when it is empty', () => {
    expect(
      prepareCall({ url, token: 'missing', authorization: undefined, batch }).request.headers,
    ).not.toHaveProperty('authorization');
    expect(
      prepareCall({ url, token: 'missing', authorization: '', batch }).request.headers.authorization,
    ).toBe('');
  });

  it('sends a body that is no batch as it is', () => {
    const body = Buffer.from([0xff, 0x00]);
    const call = prepareCall({ url, token: 'valid', body });
    expect(call.request.body).toBe(body);
    expect(call).not.toHaveProperty('batch');
  });

  it('lets headers be added and replaced, in lower case', () => {
    const headers = { 'Content-Type': 'text/plain', 'X-Q-Language': 'zh' };
    expect(prepareCall({ url, token: 'missing', batch, headers }).request.headers).toEqual({
      'content-type': 'text/plain',
      accept: 'application/json',
      'x-q-language': 'zh',
    });
  });

  it('lets headers be left out, and the method be another', () => {
    const headers = { 'Content-Type': undefined };
    const { request } = prepareCall({ url, token: 'missing', batch, headers, method: 'PUT' });
    expect(request.headers).toEqual({ accept: 'application/json' });
    expect(request.method).toBe('PUT');
  });

  it('says of odd input that it may be refused', () => {
    expect(prepareCall({ url, token: 'valid', batch, mayBeRefused: true }).mayBeRefused).toBe(true);
    expect(prepareCall({ url, token: 'valid', batch })).not.toHaveProperty('mayBeRefused');
  });
});

describe('bearer', () => {
  it.each(['abc', 'Bearer abc', 'bearer  abc', ' Bearer abc\n', 'abc '])('accepts %j', (token) => {
    expect(bearer(token)).toBe('Bearer abc');
    expect(bareToken(token)).toBe('abc');
  });
});
