import type { ScenarioName } from '../load/scenarios/table.ts';
import { type CommandHelp, commandHelp } from './command-help.ts';
import type { Action } from './context.ts';
import type { OptionFlags } from './option-help.ts';

/** A command: its flags, and where its action is, loaded only when it is called. */
export interface CommandEntry {
  readonly help: CommandHelp;
  readonly flags: readonly OptionFlags[];
  readonly args?: string;
  /** Flags we do not know belong to Playwright. */
  readonly passesFlagsOn?: boolean;
  load(): Promise<{ readonly action: Action }>;
}

/** The action of `load <scenario>`. */
async function loadAction(name: ScenarioName): Promise<{ readonly action: Action }> {
  const { actionOf } = await import('./load.ts');
  return { action: actionOf(name) };
}

const limitFlags = ['--max-rate <n>', '--max-duration <time>'] as const;

const closedFlags = [
  '--batch-sizes <list>',
  '--connections <list>',
  '--duration <time>',
  '--warmup <time>',
  '--mix <mix>',
  '--keep-going',
] as const;

const sweepFlags = [...closedFlags, '--processes <n>'] as const;

const pacedFlags = [
  '--arrivals <constant|poisson>',
  '--batch-sizes <list>',
  '--duration <time>',
  '--warmup <time>',
  '--mix <mix>',
  '--max-in-flight <n>',
  '--keep-going',
] as const;

/** What every scenario of load takes. */
const loadFlags = ['--threshold <list>', '--abort-on <list>', ...limitFlags, '--json'] as const;

/** Every command, by its path. */
export const entries: Readonly<Record<string, CommandEntry>> = {
  run: {
    help: commandHelp.run,
    flags: [...sweepFlags, ...limitFlags, '--json'],
    load: () => import('./run.ts'),
  },
  suite: {
    help: commandHelp.suite,
    flags: [],
    args: '[playwright-arguments...]',
    passesFlagsOn: true,
    load: () => import('./suite.ts'),
  },
  'load smoke': {
    help: commandHelp.smoke,
    flags: [...sweepFlags, ...loadFlags],
    load: () => loadAction('smoke'),
  },
  'load sweep': {
    help: commandHelp.sweep,
    flags: [...sweepFlags, ...loadFlags],
    load: () => loadAction('sweep'),
  },
  'load rate': {
    help: commandHelp.rate,
    flags: ['--rate <n>', ...pacedFlags, '--processes <n>', ...loadFlags],
    load: () => loadAction('rate'),
  },
  'load capacity': {
    help: commandHelp.capacity,
    flags: [
      '--slo <objectives>',
      '--batch-sizes <list>',
      '--budget <time>',
      '--arrivals <constant|poisson>',
      '--mix <mix>',
      '--keep-going',
      '--abort-on <list>',
      '--plan',
      ...limitFlags,
      '--json',
    ],
    load: () => loadAction('capacity'),
  },
  'load ramp': {
    help: commandHelp.ramp,
    flags: ['--from <n>', '--to <n>', '--steps <n>', ...pacedFlags, ...loadFlags],
    load: () => loadAction('ramp'),
  },
  'load spike': {
    help: commandHelp.spike,
    flags: [
      ...(['--rate <n>', '--peak <n>', '--spike-duration <time>', '--after <time>'] as const),
      ...pacedFlags,
      ...loadFlags,
    ],
    load: () => loadAction('spike'),
  },
  'load soak': {
    help: commandHelp.soak,
    flags: [...closedFlags, ...loadFlags],
    load: () => loadAction('soak'),
  },
  'load tokens': {
    help: commandHelp.tokens,
    flags: [...sweepFlags, ...loadFlags],
    load: () => loadAction('tokens'),
  },
  'load compare': {
    help: commandHelp.loadCompare,
    flags: [
      '--base <url>',
      '--head <url>',
      '--blocks <n>',
      ...closedFlags,
      '--fail-on <list>',
      ...limitFlags,
      '--json',
    ],
    load: () => import('./load-compare.ts'),
  },
  'contract import': {
    help: commandHelp.contractImport,
    flags: ['-o, --output <file>', '--strict', '--json'],
    args: '<page...>',
    load: () => import('./contract-import.ts'),
  },
  'contract build': {
    help: commandHelp.contractBuild,
    flags: [],
    args: '[folder]',
    load: () => import('./contract-build.ts'),
  },
  'contract check': {
    help: commandHelp.contractCheck,
    flags: [],
    args: '[folder]',
    load: () => import('./contract-check.ts'),
  },
  'contract drift': {
    help: commandHelp.contractDrift,
    flags: ['--json'],
    args: '<record...>',
    load: () => import('./contract-drift.ts'),
  },
  'contract observe': {
    help: commandHelp.contractObserve,
    flags: ['-o, --output <file>'],
    args: '<record...>',
    load: () => import('./contract-observe.ts'),
  },
  'contract diff': {
    help: commandHelp.contractDiff,
    flags: ['--fail-on <class>', '--json'],
    args: '<old> <new>',
    load: () => import('./contract-diff.ts'),
  },
  report: {
    help: commandHelp.report,
    flags: ['--format <list>', '--history <folder>', '--json'],
    args: '[record...]',
    load: () => import('./report.ts'),
  },
  compare: {
    help: commandHelp.compare,
    flags: ['--fail-on <list>', '--anyway', '--json'],
    args: '<base> <head>',
    load: () => import('./compare.ts'),
  },
  replay: {
    help: commandHelp.replay,
    flags: ['--to <url>', '--times <n>', '--json'],
    args: '<record> <id>',
    load: () => import('./replay.ts'),
  },
  merge: {
    help: commandHelp.merge,
    flags: ['--json'],
    args: '<record...>',
    load: () => import('./merge.ts'),
  },
  faults: { help: commandHelp.faults, flags: ['--json'], load: () => import('./faults.ts') },
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
    load: () => import('./serve.ts'),
  },
  batch: {
    help: commandHelp.batch,
    flags: ['--size <n>', '--index <n>', '--mix <mix>', '--as <json|curl|csv>'],
    load: () => import('./batch.ts'),
  },
  doctor: { help: commandHelp.doctor, flags: ['--json'], load: () => import('./doctor.ts') },
};
