import { ToolkitError } from '../contracts/errors.ts';
import { textOf } from '../contracts/flags.ts';
import { languageOf, readSettings } from '../settings.ts';
import { buildProgram, type Called, exitCodeOfCall } from './program.ts';
import { type Sink, Terminal } from './terminal.ts';

/** What the command line takes from the process it runs in. */
export interface Surroundings {
  readonly env: NodeJS.Dict<string>;
  /** What stands in for the file `.env`, which is read without. */
  readonly dotenv?: NodeJS.Dict<string>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs the command that was called; resolves to the exit code of the process. */
export async function main(
  args: readonly string[],
  { env, dotenv, stdout, stderr, signal }: Surroundings,
): Promise<number> {
  const asked = args.includes('--lang') ? args[args.indexOf('--lang') + 1] : undefined;
  const lang = languageOf(asked, env);
  const terminal = new Terminal(stdout, stderr);
  const isCi = !['', '0', 'false'].includes(env.CI ?? '');
  const github = {
    annotates: env.GITHUB_ACTIONS === 'true',
    summaryFile: env.GITHUB_STEP_SUMMARY || undefined,
  };
  let exitCode = 0;

  async function perform({ entry, flags, args }: Called): Promise<void> {
    const given = {
      PKDK_SEED: textOf(flags, 'seed'),
      PKDK_OUT: textOf(flags, 'out'),
      PKDK_LANG: textOf(flags, 'lang'),
      PKDK_MAX_RATE: textOf(flags, 'maxRate'),
      PKDK_MAX_DURATION: textOf(flags, 'maxDuration'),
    };
    const settings = readSettings(given, env, dotenv);
    const { action } = await entry.load();
    exitCode = await action({ flags, args, settings, terminal, signal, isCi, github });
  }

  try {
    await buildProgram(lang, perform, { stdout, stderr }).parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof ToolkitError) {
      terminal.say(error.explain(lang));
      return error.exitCode;
    }
    const called = exitCodeOfCall(error);
    if (called === undefined) throw error;
    return called;
  }
}
