import { expect, test } from 'vitest';
import { httpStatus } from './http-status.ts';
import { exchange, found, settings, tokenError } from './sample.ts';

const allow401 = { ...settings, tokenErrorStatus: 401 };

test.each([
  ['200', exchange(), settings],
  [
    '401 for a token error, when the setting allows it',
    exchange({ status: 401, token: 'invalid', body: tokenError(5032) }),
    allow401,
  ],
  ['200 for a token error all the same', exchange({ token: 'invalid', body: tokenError(5032) }), allow401],
])('accepts %s', (_name, given, checkSettings) => {
  expect(found(httpStatus, given, checkSettings)).toEqual([]);
});

test.each([
  ['500', exchange({ status: 500 }), settings],
  ['201', exchange({ status: 201 }), settings],
  ['a redirect', exchange({ status: 302 }), settings],
  [
    '401 for a token error without the setting',
    exchange({ status: 401, token: 'invalid', body: tokenError(5032) }),
    settings,
  ],
  ['401 for anything but a token error', exchange({ status: 401 }), allow401],
  ['500 for odd input', exchange({ status: 500, mayBeRefused: true, body: {} }), settings],
  ['500 for bad input', exchange({ status: 500, batch: null, body: {} }), settings],
  ['a 4xx for a good batch', exchange({ status: 400 }), settings],
])('refuses %s', (_name, given, checkSettings) => {
  expect(found(httpStatus, given, checkSettings)).toEqual(['unexpected']);
});

test.each([
  ['input that is no batch', exchange({ status: 400, batch: null, body: {} })],
  ['odd input', exchange({ status: 413, mayBeRefused: true, body: {} })],
  ['an empty batch', exchange({ status: 422, batch: [], body: {} })],
])('observes a 4xx for %s', (_name, given) => expect(found(httpStatus, given)).toEqual(['refused']));
