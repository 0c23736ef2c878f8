import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { descriptionTypes, recordTypes } from '../contracts/artefacts.ts';
import { type Built, buildDescription } from '../contracts/build.ts';
import { exitCodes } from '../contracts/errors/entry.ts';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import { validatorOf } from '../contracts/json-schema.ts';
import overlaySchema from '../contracts/overlay.schema.json' with { type: 'json' };
import type { Overlay } from '../contracts/overlay.ts';
import { parseYaml } from '../contracts/yaml.ts';
import { liveScript, liveScriptFile } from '../reports/planning/live-script.ts';
import type { Context } from './context.ts';
import { pagesAt, sayWhatWasNotRead } from './pages.ts';

const overlayDocument = validatorOf<Overlay>(overlaySchema);

/** The overlay of a contract folder, if it has one. Throws OVERLAY_UNREADABLE. */
function overlayAt(file: string): Overlay | undefined {
  if (!existsSync(file)) return undefined;
  let overlay: unknown;
  try {
    overlay = parseYaml(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ToolkitError('OVERLAY_UNREADABLE', { file, reason: reasonOf(error) });
  }
  if (overlayDocument.test(overlay)) return overlay;
  const [first] = overlayDocument.problems(overlay);
  const reason = `${first?.instancePath || '/'} ${first?.message ?? ''}`;
  throw new ToolkitError('OVERLAY_UNREADABLE', { file, reason });
}

/** The generated files of a contract folder as they should be, by path. */
async function artefactsOf(folder: string, { yaml, description }: Built): Promise<Map<string, string>> {
  const record = join(folder, 'record.schema.json');
  const files = [
    ['openapi.yaml', yaml] as const,
    ...(await descriptionTypes(description)),
    ...(existsSync(record) ? await recordTypes(JSON.parse(readFileSync(record, 'utf8'))) : []),
  ];
  return new Map(files.map(([name, content]) => [join(folder, name), content]));
}

/**
 * Builds the generated files of the contract folder that was asked for, by default this project's: a folder with
 * pages in `source/` and, where they need one, an `overlay.yaml`. The script of the page of reports is made with this
 * project's. Without `files`, a page was refused: nothing may be made of a part of the contract.
 */
export async function rebuilt({
  args,
  settings,
  terminal,
}: Pick<Context, 'args' | 'settings' | 'terminal'>): Promise<{
  readonly files: ReadonlyMap<string, string>;
  readonly exitCode: number;
}> {
  const project = relative('', join(import.meta.dirname, '..'));
  const folder = args[0] ?? join(project, 'contracts');
  const built = buildDescription(pagesAt(join(folder, 'source')), overlayAt(join(folder, 'overlay.yaml')));
  sayWhatWasNotRead(built, { settings, terminal });
  if (built.refused.length > 0) return { files: new Map(), exitCode: exitCodes.broken };
  const files = await artefactsOf(folder, built);
  if (args[0] === undefined) files.set(join(project, liveScriptFile), liveScript());
  return { files, exitCode: exitCodes.ok };
}
