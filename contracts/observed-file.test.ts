import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ToolkitError } from './errors.ts';
import { observedBefore, readObserved, writeObserved } from './observed-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what is written is read again, names in order', () => {
  const file = join(folder, 'new/observed.json');
  writeObserved(file, { b: 100, a: 'once', c: true });
  expect(readFileSync(file, 'utf8')).toBe('{\n  "a": "once",\n  "b": 100,\n  "c": true\n}\n');
  expect(readObserved(file)).toEqual({ a: 'once', b: 100, c: true });
  expect(observedBefore(file)).toEqual({ a: 'once', b: 100, c: true });
});

test.each([
  ['is missing', undefined, /cannot be read: ENOENT/],
  ['is no JSON', '{', /cannot be read: .*JSON/],
  ['is no object', '[]', /cannot be read: \/ must be object/],
  ['has something else for a value', '{"a":{"b":1}}', /cannot be read: \/a must be string,number,boolean/],
])('a file that %s is refused', (name, content, message) => {
  const file = join(folder, name);
  if (content !== undefined) writeFileSync(file, content);
  expect(() => observedBefore(file)).toThrow(message);
  expect(() => observedBefore(file)).toThrow(ToolkitError);
});
