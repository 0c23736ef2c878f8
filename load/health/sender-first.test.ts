import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { letSenderGoFirst } from './sender-first.ts';

const script = `
  import { readdirSync } from 'node:fs';
  import { getPriority } from 'node:os';
  import { letSenderGoFirst } from '${new URL('sender-first.ts', import.meta.url)}';
  const before = getPriority(process.pid);
  letSenderGoFirst();
  letSenderGoFirst();
  const others = readdirSync('/proc/self/task').map(Number).filter((thread) => thread !== process.pid);
  console.log(JSON.stringify({ before, after: getPriority(process.pid), others: others.map((other) => getPriority(other)) }));
`;

it.runIf(process.platform === 'linux')(
  'lowers every thread but the main one, twice the same as once',
  async () => {
    const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { before, after, others } = JSON.parse(stdout);
    expect(after).toBe(before);
    expect(others.length).toBeGreaterThan(1);
    expect(others).toEqual(others.map(() => constants.priority.PRIORITY_BELOW_NORMAL));
  },
);

it.runIf(process.platform === 'linux')('leaves the threads beside a worker alone', () => {
  const threads = readdirSync('/proc/self/task').map(Number);
  const before = threads.map((thread) => getPriority(thread));
  letSenderGoFirst();
  expect(threads.map((thread) => getPriority(thread))).toEqual(before);
});
