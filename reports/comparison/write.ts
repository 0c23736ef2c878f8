import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, ToolkitError } from '../../contracts/errors.ts';
import type { Lang } from '../../contracts/text.ts';
import type { Comparison } from './compare.ts';
import { renderComparisonMarkdown } from './markdown.ts';
import { renderComparisonPage } from './page.ts';

/** Writes `comparison.html` and `comparison.md` into a folder, which is made when it is missing. Throws OUT_NOT_WRITABLE. */
export function writeComparison(
  folder: string,
  comparison: Comparison,
  failed: readonly string[],
  lang: Lang,
): { readonly html: string; readonly markdown: string } {
  const files = { html: join(folder, 'comparison.html'), markdown: join(folder, 'comparison.md') };
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(files.html, renderComparisonPage(comparison, failed, lang));
    writeFileSync(files.markdown, renderComparisonMarkdown(comparison, failed, lang));
  } catch (error) {
    throw new ToolkitError('OUT_NOT_WRITABLE', { folder, reason: reasonOf(error) });
  }
  return files;
}
