import { textOf } from './cli/context.ts';
import { buildProgram, type Called, exitCodeOfCall } from './cli/program.ts';
import { Terminal } from './cli/terminal.ts';
import { exitCodes } from './contracts/errors/entry.ts';
import { ToolkitError } from './contracts/errors.ts';
import { languageOf, readSettings } from './settings.ts';

const lang = languageOf(process.argv[process.argv.indexOf('--lang') + 1]);
const terminal = new Terminal();

function interruptible(): AbortSignal {
  const controller = new AbortController();
  const stop = () => (controller.signal.aborted ? process.exit(exitCodes.interrupted) : controller.abort());
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return controller.signal;
}

async function perform({ entry, flags, args }: Called): Promise<void> {
  const settings = readSettings({
    PKDK_SEED: textOf(flags, 'seed'),
    PKDK_OUT: textOf(flags, 'out'),
    PKDK_LANG: textOf(flags, 'lang'),
  });
  const { action } = await entry.load();
  process.exitCode = await action({ flags, args, settings, terminal, signal: interruptible() });
}

try {
  await buildProgram(lang, perform).parseAsync();
} catch (error) {
  const exitCode = error instanceof ToolkitError ? error.exitCode : exitCodeOfCall(error);
  if (exitCode === undefined) throw error;
  if (error instanceof ToolkitError) terminal.say(error.explain(lang));
  process.exitCode = exitCode;
}
