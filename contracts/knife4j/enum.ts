import type { Json } from './document.ts';

const phrase = /(?:可用值|available values?|valid values?)\s*[:：]\s*([^\n。；;]+)/i;

/** The values that a description lists after `可用值:`; without `values` when they cannot be told apart. */
export function enumOf(
  description: string,
  type: string | readonly string[] | undefined,
): { readonly text: string; readonly values?: readonly Json[] } | undefined {
  const text = phrase.exec(description)?.[1]?.trim();
  if (text === undefined || text === '') return undefined;
  if (/[{}=]/.test(text)) return { text };
  const words = text.split(/\s*[,，]\s*/).filter((word) => word !== '');
  const isNumeric = type === 'integer' || type === 'number';
  const values = [...new Set<Json>(isNumeric ? words.map(Number) : words)];
  if (type === 'boolean' || values.some((value) => Number.isNaN(value))) return { text };
  return { text, values };
}
