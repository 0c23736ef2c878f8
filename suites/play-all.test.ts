import { expect, test } from 'vitest';
import type { MatrixRow } from '../contracts/record.ts';
import { playAll } from './play-all.ts';

async function rowsOf(names: readonly string[], signal = new AbortController().signal): Promise<MatrixRow[]> {
  const rows: MatrixRow[] = [];
  for await (const row of playAll(names, 7, signal, 2)) rows.push(row);
  return rows;
}

test('faults are caught and variants pass, in processes of their own, and no secret comes back', async () => {
  const rows = await rowsOf(['give-foreign', 'http-401']);
  const told = rows.map(({ name, verdict, rule }) => [name, verdict, rule].join(' ').trim()).sort();
  expect(told).toEqual(['give-foreign caught ownership', 'http-401 passed']);
  // All the cases, and for the variant a thousand drawn exchanges.
  for (const { cases, requests, kind } of rows) {
    expect(cases).toBeGreaterThan(199);
    expect(requests).toBeGreaterThan(kind === 'variant' ? 1199 : 199);
  }
  const foreign = rows.find(({ name }) => name === 'give-foreign');
  expect(foreign?.by.every(({ rules }) => rules.includes('ownership'))).toBe(true);
  expect(JSON.stringify(rows)).not.toMatch(/eyJ[\w-]{20,}|"reason"/);
});

test('once it is aborted, nothing more is played', async () => {
  expect(await rowsOf(['give-foreign'], AbortSignal.abort())).toEqual([]);
});

test('a process that ends by itself is an error', async () => {
  await expect(rowsOf(['no-such-fault'])).rejects.toThrow('a process of the matrix ended');
});
