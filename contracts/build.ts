import type { Description } from './description.ts';
import { type Imported, importPages, type Page } from './knife4j/import.ts';
import { applyOverlay, type Overlay } from './overlay.ts';
import { parseYaml, toYaml } from './yaml.ts';

/** A description built from pages and an overlay, and what the pages had that could not be read. */
export interface Built extends Pick<Imported, 'warnings' | 'refused'> {
  readonly yaml: string;
  readonly description: Description;
}

/** Builds the description of the operations on these pages. Throws OVERLAY. */
export function buildDescription(pages: readonly Page[], overlay: Overlay | undefined): Built {
  const { document, warnings, refused } = importPages(pages);
  const content = toYaml(overlay ? applyOverlay(document, overlay) : document);
  const yaml = `# Generated from source/ and overlay.yaml by \`npm run contract -- build\`; do not edit.\n${content}`;
  return { yaml, description: parseYaml(yaml), warnings, refused };
}
