import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import type { Lang } from '../contracts/text.ts';
import { renderMarkdown } from './markdown.ts';
import type { Records } from './model.ts';
import { renderHtml } from './page.ts';

/** Where a report was written. */
export interface ReportFiles {
  readonly html: string;
  readonly markdown: string;
}

/** Writes `index.html` and `summary.md` into a folder, which is made when it is missing. Throws OUT_NOT_WRITABLE. */
export function writeReport(folder: string, records: Records, lang: Lang): ReportFiles {
  const files = { html: join(folder, 'index.html'), markdown: join(folder, 'summary.md') };
  const html = renderHtml(records, lang);
  const markdown = renderMarkdown(records, lang);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(files.html, html);
    writeFileSync(files.markdown, markdown);
  } catch (error) {
    throw new ToolkitError('OUT_NOT_WRITABLE', { folder, reason: reasonOf(error) });
  }
  return files;
}
