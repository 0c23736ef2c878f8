import { Command, CommanderError } from 'commander';
import type { Action, Flags } from './cli/context.ts';
import { type CommandHelp, commandHelp, type OptionFlags, optionHelp } from './cli/help.ts';
import { Terminal } from './cli/terminal.ts';
import { exitCodes } from './contracts/errors/entry.ts';
import { ToolkitError } from './contracts/errors.ts';
import { languageOf, readSettings } from './settings.ts';

/** A command: its flags, and where its action is, loaded only when it is called. */
interface CommandEntry {
  readonly help: CommandHelp;
  readonly flags: readonly OptionFlags[];
  readonly args?: string;
  /** Flags we do not know belong to Playwright. */
  readonly passesFlagsOn?: boolean;
  load(): Promise<{ readonly action: Action }>;
}

const sweepFlags = [
  '--batch-sizes <list>',
  '--connections <n>',
  '--duration <time>',
  '--warmup <time>',
] as const;

const entries: Readonly<Record<string, CommandEntry>> = {
  run: { help: commandHelp.run, flags: [...sweepFlags, '--json'], load: () => import('./cli/run.ts') },
  suite: {
    help: commandHelp.suite,
    flags: [],
    args: '[playwright-arguments...]',
    passesFlagsOn: true,
    load: () => import('./cli/suite.ts'),
  },
  'load sweep': {
    help: commandHelp.sweep,
    flags: [...sweepFlags, '--json'],
    load: () => import('./cli/load.ts'),
  },
  'contract import': {
    help: commandHelp.contractImport,
    flags: ['-o, --output <file>', '--strict', '--json'],
    args: '<page...>',
    load: () => import('./cli/contract-import.ts'),
  },
  'contract build': {
    help: commandHelp.contractBuild,
    flags: [],
    args: '[folder]',
    load: () => import('./cli/contract-build.ts'),
  },
  'contract check': {
    help: commandHelp.contractCheck,
    flags: [],
    args: '[folder]',
    load: () => import('./cli/contract-check.ts'),
  },
  'contract drift': {
    help: commandHelp.contractDrift,
    flags: ['--json'],
    args: '<record...>',
    load: () => import('./cli/contract-drift.ts'),
  },
  'contract observe': {
    help: commandHelp.contractObserve,
    flags: ['-o, --output <file>'],
    args: '<record...>',
    load: () => import('./cli/contract-observe.ts'),
  },
  'contract diff': {
    help: commandHelp.contractDiff,
    flags: ['--fail-on <class>', '--json'],
    args: '<old> <new>',
    load: () => import('./cli/contract-diff.ts'),
  },
  report: {
    help: commandHelp.report,
    flags: ['--json'],
    args: '<record...>',
    load: () => import('./cli/report.ts'),
  },
  replay: {
    help: commandHelp.replay,
    flags: ['--to <url>', '--times <n>', '--json'],
    args: '<record> <id>',
    load: () => import('./cli/replay.ts'),
  },
  merge: {
    help: commandHelp.merge,
    flags: ['--json'],
    args: '<record...>',
    load: () => import('./cli/merge.ts'),
  },
  faults: { help: commandHelp.faults, flags: ['--json'], load: () => import('./cli/faults.ts') },
  serve: {
    help: commandHelp.serve,
    flags: [
      '--port <n>',
      '--env-file <file>',
      '--login',
      '--base-ms <ms>',
      '--per-device-us <us>',
      '--servers <n>',
      '--fault <name>',
      '--variant <name>',
      '--list-faults',
      '--close-every <n>',
    ],
    load: () => import('./cli/serve.ts'),
  },
  batch: {
    help: commandHelp.batch,
    flags: ['--size <n>', '--index <n>', '--mix <mix>', '--as <json|curl|csv>'],
    load: () => import('./cli/batch.ts'),
  },
  doctor: { help: commandHelp.doctor, flags: ['--json'], load: () => import('./cli/doctor.ts') },
};

const lang = languageOf(process.argv[process.argv.indexOf('--lang') + 1]);
const terminal = new Terminal();

function interruptible(): AbortSignal {
  const controller = new AbortController();
  const stop = () => (controller.signal.aborted ? process.exit(exitCodes.interrupted) : controller.abort());
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return controller.signal;
}

/** Adds help and flags; the common flags belong to every command. */
function documented(
  command: Command,
  { summary, examples }: CommandHelp,
  flags: readonly OptionFlags[] = [],
): Command {
  command.description(summary[lang]).exitOverride().showHelpAfterError(false);
  for (const flag of flags) command.option(flag, optionHelp[flag][lang]);
  const heading = { en: 'Examples', zh: '示例' }[lang];
  return command.addHelpText(
    'after',
    `\n${heading}:\n${examples.map((example) => `  ${example}`).join('\n')}`,
  );
}

function build(): Command {
  const program = documented(new Command('pkdk'), commandHelp.pkdk);
  const parents = new Map([
    ['load', documented(program.command('load'), commandHelp.load)],
    ['contract', documented(program.command('contract'), commandHelp.contract)],
  ]);
  for (const [path, { help, flags, args = '', passesFlagsOn, load }] of Object.entries(entries)) {
    const [name = '', parent = ''] = path.split(' ').reverse();
    const command = (parents.get(parent) ?? program).command(`${name} ${args}`.trim());
    documented(command, help, [...flags, '--seed <n>', '--out <folder>', '--lang <en|zh>']);
    if (passesFlagsOn) command.allowUnknownOption().allowExcessArguments();
    command.action(async () => {
      const given = command.opts<Flags & { seed?: string; out?: string; lang?: string }>();
      const { seed, out, lang: asked } = given;
      const settings = readSettings({ PKDK_SEED: seed, PKDK_OUT: out, PKDK_LANG: asked });
      const { action } = await load();
      process.exitCode = await action({
        flags: given,
        args: command.args,
        settings,
        terminal,
        signal: interruptible(),
      });
    });
  }
  return program;
}

try {
  await build().parseAsync();
} catch (error) {
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  else if (error instanceof ToolkitError) {
    terminal.say(error.explain(lang));
    process.exitCode = error.exitCode;
  } else throw error;
}
