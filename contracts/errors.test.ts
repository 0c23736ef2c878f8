import { expect, test } from 'vitest';
import { errorTable } from './errors/table.ts';
import { ToolkitError } from './errors.ts';

const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test('every error says the same in both languages', () => {
  for (const { message, remedy } of Object.values(errorTable)) {
    for (const text of [message, remedy]) expect(marks(text.zh)).toEqual(marks(text.en));
  }
});

test('an error explains itself, its parts and the remedy', () => {
  const part = new ToolkitError('SETTING', { name: 'A', value: 'b', expected: { en: 'c', zh: '丙' } });
  const error = new ToolkitError('SETTINGS', {}, [part]);
  expect(error.exitCode).toBe(2);
  expect(error.explain('en').split('\n')[1]).toBe('  - A is "b" It must be c.');
  expect(error.explain('zh').split('\n')[1]).toBe('  - A 的值是“b” 应为丙。');
});
