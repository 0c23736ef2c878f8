import { expect, test } from 'vitest';
import { Redactor } from './secrets.ts';

const answer = (text: string) => ({ status: 200, headers: {}, body: Buffer.from(text) });

test('replaces a token and its parts, the longest first', () => {
  const redactor = new Redactor();
  redactor.learnToken('aaaaa.bbbbb.ccccc', '$PKDK_TOKEN');
  expect(redactor.redact('Bearer aaaaa.bbbbb.ccccc')).toBe('Bearer $PKDK_TOKEN');
  expect(redactor.redact('x.bbbbb.y ccccc')).toBe('x.[part of $PKDK_TOKEN].y [part of $PKDK_TOKEN]');
});

test('replaces credentials wherever they turn up', () => {
  const redactor = new Redactor();
  redactor.learnCredentials(answer('{"resetCredentials":"s3cret-1"},{"resetCredentials" : "a\\"b\\\\cd"}'));
  expect(redactor.redact('msg s3cret-1 s3cret-1!')).toBe('msg [credential] [credential]!');
  expect(redactor.redact('"a\\"b\\\\cd" a"b\\cd')).toBe('"[credential]" [credential]');
});

test('learns credentials of an answer that is cut in the middle of one', () => {
  const redactor = new Redactor();
  redactor.learnCredentials(answer('{"resetCredentials":"half-a-credenti'));
  expect(redactor.redact('half-a-credential')).toBe('[credential]al');
});

test('a short credential is replaced as a whole string only', () => {
  const redactor = new Redactor();
  redactor.learnCredentials(answer('{"resetCredentials":"200"}'));
  expect(redactor.redact('{"code":200,"resetCredentials":"200"}')).toBe(
    '{"code":200,"resetCredentials":"[credential]"}',
  );
});

test('leaves everything else alone', () => {
  expect(new Redactor().redact('nothing to hide')).toBe('nothing to hide');
});
