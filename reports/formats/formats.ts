import type { Lang } from '../../contracts/text.ts';
import type { Records } from '../model.ts';
import { renderHtml } from '../page.ts';
import { renderAnnotations } from './annotations.ts';
import { renderJunit } from './junit/junit.ts';
import { renderComment } from './markdown/comment.ts';
import { renderSummary } from './markdown/summary.ts';
import { renderSarif } from './sarif.ts';

/** A file that a report is written as. */
export interface Format {
  readonly name: string;
  readonly file: string;
  /** The parts of a run that it tells of; of a run that has none of them, it is not written. */
  readonly tellsOf: readonly (keyof Records)[];
  /** Written only where it is asked for. */
  readonly isExtra?: true;
  render(records: Records, lang: Lang): string;
}

const everyPart = ['suite', 'load', 'faults'] as const;

/** Every format, in the order in which their files are named to a person. */
export const formats: readonly Format[] = [
  { name: 'html', file: 'index.html', tellsOf: everyPart, render: renderHtml },
  { name: 'markdown', file: 'summary.md', tellsOf: everyPart, render: renderSummary },
  { name: 'comment', file: 'comment.md', tellsOf: everyPart, render: renderComment },
  { name: 'junit', file: 'junit.xml', tellsOf: everyPart, render: renderJunit },
  { name: 'sarif', file: 'findings.sarif', tellsOf: everyPart, render: renderSarif },
  {
    name: 'annotations',
    file: 'annotations.txt',
    tellsOf: everyPart,
    isExtra: true,
    render: renderAnnotations,
  },
];

/** The formats that a run is written in when none is asked for. */
export function usualFormats(records: Records): Format[] {
  return formats.filter(({ tellsOf, isExtra }) => !isExtra && tellsOf.some((part) => records[part]));
}
