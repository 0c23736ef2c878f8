import { driftPatch } from '../contracts/drift-patch.ts';
import { exitCodes } from '../contracts/errors/entry.ts';
import type { Finding } from '../contracts/finding.ts';
import { fill, type Text } from '../contracts/text.ts';
import { toYaml } from '../contracts/yaml.ts';
import type { Action } from './context.ts';
import { suiteRecordsAt } from './record-folders.ts';

const texts = {
  quiet: { en: 'There is no drift of fields in {file}.', zh: '{file} 中没有字段漂移。' },
  next: {
    en: 'To accept it, add these actions to contracts/overlay.yaml and run `npm run contract -- build`.',
    zh: '如需接受，请将这些操作加入 contracts/overlay.yaml 并运行 `npm run contract -- build`。',
  },
} as const satisfies Record<string, Text>;

/** The drift that the suites found in a run. Throws RECORD_UNREADABLE, NO_SUITE_RECORD. */
function driftIn(path: string): Finding[] {
  const findings = suiteRecordsAt(path).flatMap(({ cases }) => cases.flatMap((one) => one.findings));
  return findings.filter(({ rule }) => rule === 'drift');
}

/** `contract drift`: the drift of a run as an overlay that accepts it. */
export const action: Action = async ({ args, flags, settings, terminal }) => {
  const file = args.join(' ');
  const findings = args.flatMap(driftIn);
  const overlay = driftPatch(findings, `drift of ${file}`);
  if (flags.json) terminal.print(JSON.stringify(overlay, null, 1));
  else if (overlay.actions.length > 0) terminal.print(toYaml(overlay).trimEnd());
  terminal.say(fill(overlay.actions.length > 0 ? texts.next : texts.quiet, settings.lang, { file }));
  return exitCodes.ok;
};
