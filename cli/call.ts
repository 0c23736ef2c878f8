import type { Left } from './launch.ts';
import { main } from './main.ts';

/**
 * For tests: calls the command line in this process, which spares the second that a new one takes. The
 * environment given is all there is, without `.env`. Not for commands that start Playwright, which gets the real one.
 */
export async function call(args: readonly string[], env: NodeJS.Dict<string> = {}): Promise<Left> {
  const [out, talk]: [string[], string[]] = [[], []];
  const code = await main(args, {
    env: { LANG: 'C', ...env },
    dotenv: {},
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => talk.push(text) },
    signal: new AbortController().signal,
  });
  return { code, stdout: out.join(''), stderr: talk.join('') };
}
