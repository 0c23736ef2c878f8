import { reasonOf } from '../errors.ts';
import { fillAll, type Text } from '../text.ts';
import { cleanText, unquoted } from './clean.ts';
import type { OpenApiDocument } from './document.ts';
import { documentOf } from './document-of.ts';
import { mergeOperations } from './editions.ts';
import { itemsOf } from './items.ts';
import { isForkedRow } from './labels.ts';
import { type Operation, readOperation } from './operation.ts';
import { type Project, readPage } from './sections.ts';
import { refusalTexts, type Warning, type WarningKind } from './warning.ts';

/** A page: its name, for messages, and its text. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

/** A page that could not be read at all. */
export interface Refused {
  readonly file: string;
  readonly reason: Text;
}

export interface Imported {
  readonly document: OpenApiDocument;
  readonly warnings: readonly Warning[];
  readonly refused: readonly Refused[];
}

interface Read {
  readonly project: Project | undefined;
  readonly operations: readonly Operation[];
  readonly warnings: readonly Warning[];
}

function warningsOf(file: string) {
  const warnings: Warning[] = [];
  const warn = (line: number, kind: WarningKind, params: Warning['params'] = {}) => {
    warnings.push({ file, line, kind, params });
  };
  return { warnings, warn };
}

function readOne({ file, text }: Page): Read | Refused {
  const { warnings, warn } = warningsOf(file);
  if (text.trim() === '') return { file, reason: refusalTexts.empty };
  try {
    const items = itemsOf(text, warn);
    const page = readPage(items, warn);
    const operations = page.operations.flatMap((raw) => readOperation(raw, file, warn) ?? []);
    if (operations.length > 0) {
      const project = page.project && { ...page.project, metas: cleaned(page.project.metas) };
      return { project, operations, warnings };
    }
    const isForked = items.some((item) => item.type === 'table' && item.lines.some(isForkedRow));
    if (isForked) return { file, reason: refusalTexts.forked };
    return { file, reason: page.operations.length > 0 ? refusalTexts.noOperation : refusalTexts.noAddress };
  } catch (thrown) {
    // Input that exhausts a parser must not take the other pages with it.
    const reason = reasonOf(thrown).split('\n')[0] ?? '';
    return { file, reason: fillAll(refusalTexts.unreadable, { reason }) };
  }
}

function cleaned(metas: Project['metas']): Project['metas'] {
  return new Map([...metas].map(([name, value]) => [name, unquoted(cleanText(value))]));
}

/** The URL of a HOST line: a whole URL, or a host with or without a port and a base path. */
function serverOf(host: string): string | undefined {
  const url = /^https?:\/\//.test(host) ? host : `//${host}`;
  return /^(?:https?:)?\/\/[\w.-]+(?::\d+)?(?:\/[\w./-]*)?$/.test(url) ? url.replace(/\/+$/, '') : undefined;
}

function serversOf(reads: readonly Read[]): string[] {
  const hosts = reads.flatMap(({ project }) => project?.metas.get('host') ?? []);
  const stated = reads.flatMap(({ operations }) => operations.flatMap(({ server }) => server ?? []));
  return [...new Set([...hosts, ...stated].flatMap((host) => serverOf(host) ?? []))];
}

/** Turns Knife4j pages into one OpenAPI 3.1 description; what it could not read, it says. */
export function importPages(pages: readonly Page[]): Imported {
  const results = pages.map(readOne);
  const reads = results.filter((one) => 'operations' in one);
  const refused = results.filter((one) => 'reason' in one);
  const late: Warning[] = [];
  const note = ({ file }: Operation, line: number, kind: WarningKind, params: Warning['params']) => {
    late.push({ file, line, kind, params });
  };
  for (const { project, operations } of reads) {
    const host = project?.metas.get('host');
    if (host && !serverOf(host) && operations[0]) note(operations[0], 1, 'hostNotRead', { text: host });
  }
  const operations = mergeOperations(
    reads.flatMap((one) => one.operations),
    note,
  );
  const projects = reads.flatMap(({ project }) => project ?? []);
  const document = documentOf(projects, serversOf(reads), operations, note);
  const all = [...reads.flatMap(({ warnings }) => warnings), ...late];
  const unique = new Map(all.map((one) => [JSON.stringify(one), one]));
  return { document, warnings: [...unique.values()], refused };
}
