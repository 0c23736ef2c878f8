import { Command, CommanderError } from 'commander';
import { exitCodes } from '../contracts/errors/entry.ts';
import type { Flags } from '../contracts/flags.ts';
import type { Lang } from '../contracts/text.ts';
import { type CommandHelp, commandHelp } from './command-help.ts';
import { type CommandEntry, entries } from './commands.ts';
import { type OptionFlags, optionHelp } from './option-help.ts';
import type { Sink } from './terminal.ts';

/** What a person called. */
export interface Called {
  readonly entry: CommandEntry;
  readonly flags: Flags;
  readonly args: readonly string[];
}

/** How a process ends that was asked for help, or called wrongly; undefined for any other error. */
export function exitCodeOfCall(error: unknown): number | undefined {
  if (!(error instanceof CommanderError)) return undefined;
  return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
}

/** A flag that takes a list may be given several times: the lists are one. */
function listed(value: string, before?: string): string {
  return before === undefined ? value : `${before},${value}`;
}

/** Adds help and flags; the common flags belong to every command. */
function documented(
  command: Command,
  { summary, examples }: CommandHelp,
  lang: Lang,
  flags: readonly OptionFlags[] = [],
): Command {
  command.description(summary[lang]).exitOverride().showHelpAfterError(false);
  for (const flag of flags) {
    if (flag.endsWith('<list>')) command.option(flag, optionHelp[flag][lang], listed);
    else command.option(flag, optionHelp[flag][lang]);
  }
  const heading = { en: 'Examples', zh: '示例' }[lang];
  return command.addHelpText(
    'after',
    `\n${heading}:\n${examples.map((example) => `  ${example}`).join('\n')}`,
  );
}

/** The command line: every command with its help, what becomes of a call, and where help and misuse are told. */
export function buildProgram(
  lang: Lang,
  perform: (called: Called) => Promise<void>,
  { stdout, stderr }: { readonly stdout: Sink; readonly stderr: Sink },
): Command {
  const program = documented(new Command('pkdk'), commandHelp.pkdk, lang).configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
  });
  const parents = new Map([
    ['load', documented(program.command('load'), commandHelp.load, lang)],
    ['contract', documented(program.command('contract'), commandHelp.contract, lang)],
  ]);
  for (const [path, entry] of Object.entries(entries)) {
    const { help, flags, args = '', passesFlagsOn } = entry;
    const [name = '', parent = ''] = path.split(' ').reverse();
    const command = (parents.get(parent) ?? program).command(`${name} ${args}`.trim());
    documented(command, help, lang, [...flags, '--seed <n>', '--out <folder>', '--lang <en|zh>']);
    if (passesFlagsOn) command.allowUnknownOption().allowExcessArguments();
    command.action(() => perform({ entry, flags: command.opts<Flags>(), args: command.args }));
  }
  return program;
}
