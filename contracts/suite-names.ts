import type { Lang, Text } from './text.ts';

/** The suites by the stable names that records, Playwright and lists of known failures have for them. */
export const suiteNames: Readonly<Record<string, Text>> = {
  success: { en: 'success', zh: '成功' },
  'partial failure': { en: 'partial failure', zh: '部分失败' },
  isolation: { en: 'isolation', zh: '账号隔离' },
  boundaries: { en: 'boundaries', zh: '边界' },
  'metamorphic laws': { en: 'metamorphic laws', zh: '蜕变关系' },
  'token errors': { en: 'token errors', zh: 'token 错误' },
  'malformed input': { en: 'malformed input', zh: '畸形输入' },
  concurrency: { en: 'concurrency', zh: '并发' },
  properties: { en: 'properties', zh: '性质' },
  observations: { en: 'observations', zh: '观察' },
};

/** What a suite is called, with its stable name beside that where it is another. */
export function suiteTitle(name: string, lang: Lang): string {
  const title = Object.hasOwn(suiteNames, name) ? (suiteNames[name]?.[lang] ?? name) : name;
  return title === name ? name : `${title}（${name}）`;
}
