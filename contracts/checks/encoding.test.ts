import { expect, test } from 'vitest';
import { encoding } from './encoding.ts';
import { exchange, found, settings } from './sample.ts';
import { viewOf } from './view.ts';

const bytes = (...parts: (string | readonly number[])[]) =>
  exchange({
    bytes: Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
    ),
  });

test('accepts JSON in UTF-8', () => {
  expect(found(encoding, exchange())).toEqual([]);
  expect(found(encoding, bytes(' {"msg":"令牌无效 😀"}\n'))).toEqual([]);
});

test.each([
  ['half a character', bytes('{"msg":"', [0xe4, 0xbb], '"}'), 'notUtf8'],
  ['GBK', bytes('{"msg":"', [0xc1, 0xee, 0xc5, 0xc6], '"}'), 'notUtf8'],
  ['a byte order mark', bytes([0xef, 0xbb, 0xbf], '{}'), 'byteOrderMark'],
  ['nothing', bytes(''), 'empty'],
  ['a cut body', bytes('{"code":200,"data":{"succ'), 'cut'],
  ['something after the value', bytes('{}{}'), 'trailing'],
  ['a page', bytes('<html></html>'), 'notJson'],
])('refuses %s', (_name, given, kind) => expect(found(encoding, given)).toEqual([kind]));

test('does not quote the body, which may hold a credential', () => {
  const given = bytes('{"resetCredentials": hunter2hunter2}');
  if (!given.response) throw new Error('no response');
  const [finding] = encoding.inspect(viewOf(given, given.response, settings));
  expect(finding?.message).toBe('the body is not JSON');
});
