import type { Warn } from './warning.ts';

/** A template with every brace closed once, and each name without the pattern Spring allows after it. */
function balanced(path: string): string {
  let [result, name, depth] = ['', '', 0];
  for (const char of path) {
    if (char === '{') depth += 1;
    else if (char === '}') {
      if (depth === 1 && name !== '') result += `{${name.split(':', 1)[0]}}`;
      depth = Math.max(0, depth - 1);
      if (depth === 0) name = '';
    } else if (depth > 0) name += char;
    else result += char;
  }
  return result + name;
}

/** The path of an address, and the server before it when the address is a whole URL. */
export function addressOf(
  address: string,
  line: number,
  warn: Warn,
): { readonly path: string; readonly server: string | undefined } {
  const [, server, rest = ''] = /^(https?:\/\/[^/\s]+)?(.*)$/s.exec(address) ?? [];
  const bare = balanced(rest.replace(/[?#].*$/s, '').replace(/\s/g, ''));
  const path = bare.startsWith('/') ? bare : `/${bare}`;
  if (path !== address) warn(line, 'addressRepaired', { found: address, path });
  return { path, server };
}

/** The names in a path template. */
export function namesIn(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
}
