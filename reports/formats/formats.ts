import type { Lang } from '../../contracts/text.ts';
import type { Records } from '../model.ts';
import { renderHtml } from '../page.ts';
import { renderAnnotations } from './annotations.ts';
import { renderCsv } from './csv.ts';
import { renderJunit } from './junit/junit.ts';
import { renderComment } from './markdown/comment.ts';
import { renderSummary } from './markdown/summary.ts';
import { renderOpenMetrics } from './openmetrics/openmetrics.ts';
import { renderSarif } from './sarif.ts';

/** A file that a report is written as. */
export interface Format {
  readonly name: string;
  readonly file: string;
  /** The part of a run without which there is nothing to write. */
  readonly needs?: keyof Records;
  /** Written only where it is asked for. */
  readonly isExtra?: true;
  render(records: Records, lang: Lang): string;
}

/** Every format, in the order in which their files are named to a person. */
export const formats: readonly Format[] = [
  { name: 'html', file: 'index.html', render: renderHtml },
  { name: 'markdown', file: 'summary.md', render: renderSummary },
  { name: 'comment', file: 'comment.md', render: renderComment },
  { name: 'junit', file: 'junit.xml', render: renderJunit },
  { name: 'sarif', file: 'findings.sarif', render: renderSarif },
  { name: 'csv', file: 'points.csv', needs: 'load', render: renderCsv },
  { name: 'openmetrics', file: 'metrics.txt', render: renderOpenMetrics },
  { name: 'annotations', file: 'annotations.txt', isExtra: true, render: renderAnnotations },
];

/** The formats that a run is written in when none is asked for. */
export function usualFormats(records: Records): Format[] {
  return formats.filter(({ needs, isExtra }) => !isExtra && (needs === undefined || records[needs]));
}
