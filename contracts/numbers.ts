import { ToolkitError } from './errors.ts';

/** The number that a flag's text says, from `min` to `max`. Throws SETTING. */
export function parseNumber(flag: string, text: string, min: number, max: number): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  const expected = { en: `a number from ${min} to ${max}`, zh: ` ${min} 到 ${max} 之间的数` };
  throw new ToolkitError('SETTING', { name: flag, value: text, expected });
}

/** The same, for whole numbers. */
export function parseInteger(flag: string, text: string, min: number, max: number): number {
  if (/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max) return Number(text);
  const expected = { en: `a whole number from ${min} to ${max}`, zh: ` ${min} 到 ${max} 之间的整数` };
  throw new ToolkitError('SETTING', { name: flag, value: text, expected });
}
