import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { curlOf } from './curl.ts';

const request = (body: Buffer | string, headers = {}) => ({
  method: 'POST',
  url: 'http://127.0.0.1/a?b=1',
  headers,
  body: Buffer.from(body),
});

/** What the shell makes of the command, one argument a line, with `curl` replaced by a printer. */
function argumentsOf(command: string): string {
  const script = `curl() { printf '%s\\n' "$@"; cat; }\n${command} < /dev/null`;
  return execFileSync('sh', ['-c', script], { encoding: 'latin1', env: { PKDK_TOKEN: 'abc' } });
}

test('quotes what the shell would change, and leaves the token to it', () => {
  const command = curlOf(
    request(`it's $HOME "x" \`y\``, { 'x-a': '$b', authorization: '?' }),
    'Bearer $PKDK_TOKEN',
  );
  expect(argumentsOf(command).split('\n')).toEqual([
    '-sS',
    '-X',
    'POST',
    'http://127.0.0.1/a?b=1',
    '-H',
    'x-a: $b',
    '-H',
    'authorization: Bearer abc',
    '--data-binary',
    `it's $HOME "x" \`y\``,
    '',
  ]);
});

test('sends bytes that are not text as they are', () => {
  const output = argumentsOf(curlOf(request(Buffer.from([0xff, 0x00, 0x0a]))).replace(/ < .*/, ''));
  expect(output).toMatch(/--data-binary\n@-/);
});

test('packs a large body, so that no argument is longer than a system takes', () => {
  const body = `[${'"设备",'.repeat(100_000)}0]`;
  const command = curlOf(request(body));
  expect(command.length).toBeLessThan(10_000);
  const output = execFileSync('sh', ['-c', command.replace(/ \| curl .*/, '')], { maxBuffer: 2 ** 24 });
  expect(output.toString()).toBe(body);
});
