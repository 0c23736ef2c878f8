import { expect, test } from 'vitest';
import { mediaType } from './media-type.ts';
import { exchange, found } from './sample.ts';

const withType = (value: string) => exchange({ headers: { 'content-type': value } });

test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
  'accepts %s',
  (value) => expect(found(mediaType, withType(value))).toEqual([]),
);

test.each([
  ['text/html', 'notJson'],
  ['text/plain;charset=UTF-8', 'notJson'],
  ['application/json;charset=GBK', 'charset'],
])('refuses %s', (value, kind) => expect(found(mediaType, withType(value))).toEqual([kind]));

test('refuses an answer without a media type', () => {
  expect(found(mediaType, exchange({ headers: {} }))).toEqual(['missing']);
});

test('leaves the body of a 4xx alone', () => {
  expect(found(mediaType, exchange({ status: 400, headers: { 'content-type': 'text/html' } }))).toEqual([]);
});
