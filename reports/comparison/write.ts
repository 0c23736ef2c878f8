import { join } from 'node:path';
import type { Lang } from '../../contracts/text.ts';
import { writeWhole } from '../../contracts/whole-files.ts';
import type { Comparison } from './compare.ts';
import { renderComparisonMarkdown } from './markdown.ts';
import { renderComparisonPage } from './page.ts';

/** Writes `comparison.html` and `comparison.md` into a folder, and gives the path of the page. Throws OUT_NOT_WRITABLE. */
export function writeComparison(
  folder: string,
  comparison: Comparison,
  failed: readonly string[],
  lang: Lang,
): string {
  writeWhole(
    folder,
    new Map([
      ['comparison.html', renderComparisonPage(comparison, failed, lang)],
      ['comparison.md', renderComparisonMarkdown(comparison, failed, lang)],
    ]),
  );
  return join(folder, 'comparison.html');
}
