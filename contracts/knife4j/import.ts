import { reasonOf } from '../errors.ts';
import { fillAll, type Text } from '../text.ts';
import { Components, freeName, replaced } from './components.ts';
import type { OpenApiDocument, Operation } from './document.ts';
import { isForkedRow } from './labels.ts';
import { itemsOf } from './markdown.ts';
import { merge } from './merge.ts';
import { type ReadOperation, readOperation, type Settle } from './operation.ts';
import { type RawPage, readPage } from './sections.ts';
import { refusalTexts, type Warn, type Warning } from './warning.ts';
import { cleanText } from './words.ts';
import { documentOf, operationOf, serverOf } from './write.ts';

/** A page: its name, for messages, and its text. */
export type Page = Readonly<{ file: string; text: string }>;

/** A page that could not be read, in whole or in part. */
export type Refused = Readonly<{ file: string; reason: Text }>;

export type Imported = Readonly<{ document: OpenApiDocument; warnings: Warning[]; refused: Refused[] }>;

/** An operation, its page, and whom to tell about it. */
type Found = ReadOperation & Readonly<{ file: string; warn: Warn }>;

const frontMatter = /^---\n(?:.*\n){0,200}?---(?:\n|$)/;

/** The operations of a text and what it says of the whole project; or the reason why there are none. */
function readText(text: string, warn: Warn, settle: Settle) {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [matter = ''] = frontMatter.exec(source) ?? [];
  if (matter !== '') warn(1, 'leftOut', { text: matter });
  const items = itemsOf(matter.replace(/[^\n]/g, '') + source.slice(matter.length));
  const page = readPage(items, warn);
  const operations = page.operations.flatMap((raw) => readOperation(raw, warn, settle) ?? []);
  const isForked = items.some((item) => item.type === 'table' && item.lines.some(isForkedRow));
  const without = isForked ? refusalTexts.forked : refusalTexts.noAddress;
  const reason = page.operations.length > 0 ? refusalTexts.noOperation : without;
  return { page, operations, reason: text.trim() === '' ? refusalTexts.empty : reason };
}

/** The first path of each template: two that differ in the names of their parameters only would be ambiguous. */
function settling(): Settle {
  const templates = new Map<string, string>();
  return (path) => {
    const template = path.replace(/\{[^{}]*\}/g, '{}');
    const first = templates.get(template) ?? path;
    templates.set(template, first);
    return first;
  };
}

/** Keeps an operation, or merges it with its edition in the other language; the Chinese one leads. */
function keep(one: Found, found: Map<string, Found>): void {
  const key = `${one.method.toUpperCase()} ${one.path}`;
  const known = found.get(key);
  if (known?.draft['x-texts'].summary[one.lang] !== undefined) {
    one.warn(one.line, 'twiceInPages', { operation: key, other: known.file });
  } else if (known) {
    const [lead, other] = one.lang === 'zh' ? [one, known] : [known, one];
    const tell = (what: string) => other.warn(other.line, 'differs', { where: key, what });
    found.set(key, { ...lead, draft: merge(lead.draft, other.draft, tell) });
  } else found.set(key, one);
}

/** `post` and `/v2/users/{id}` as `postV2UsersId`. */
function idOf({ method, path }: Found): string {
  return method + path.replace(/[^A-Za-z0-9]+([A-Za-z0-9]?)/g, (_, letter: string) => letter.toUpperCase());
}

type Guarded = (file: string, work: () => void) => void;

/** Writes every operation that can be written; one that breaks leaves nothing behind. */
function written(found: readonly Found[], guarded: Guarded) {
  let components = new Components(undefined, {}, () => {});
  const paths: Record<string, Record<string, Operation>> = {};
  const ids = new Set<string>();
  for (const one of found) {
    const { file, line, warn, method, path, draft } = one;
    guarded(file, () => {
      const tell = (where: string, what: string) => warn(line, 'differs', { where, what });
      const next = new Components(components, draft.models, tell);
      const id = freeName(idOf(one), (taken) => ids.has(taken));
      const operation = operationOf(draft, id, next, () => warn(line, 'noCodeField'));
      paths[path] = { ...paths[path], [method]: operation };
      components = next;
      ids.add(id);
    });
  }
  return { paths, schemas: components.schemas() };
}

/** Turns Knife4j pages into one OpenAPI 3.1 description; what it could not read, it says. */
export function importPages(pages: readonly Page[]): Imported {
  const warnings = new Map<string, Warning>();
  const refused: Refused[] = [];
  // What exhausts a parser or a stack must not take the other pages with it.
  const guarded: Guarded = (file, work) => {
    try {
      work();
    } catch (thrown) {
      const reason = reasonOf(thrown).split('\n')[0] ?? '';
      refused.push({ file, reason: fillAll(refusalTexts.unreadable, { reason }) });
    }
  };
  const settle = settling();
  const read: RawPage[] = [];
  const found = new Map<string, Found>();
  for (const { file, text } of pages) {
    const warn: Warn = (line, kind, params = {}) => {
      const cut = replaced(params, (value) => (typeof value === 'string' ? value.slice(0, 80) : value));
      const warning = { file, line, kind, params: cut };
      warnings.set(JSON.stringify(warning), warning);
    };
    guarded(file, () => {
      const { page, operations, reason } = readText(text, warn, settle);
      if (operations.length === 0) refused.push({ file, reason });
      else read.push(page);
      const host = cleanText(page.metas.get('host') ?? '');
      if (host !== '' && !serverOf(host)) warn(1, 'leftOut', { text: host });
      // A text that is no page at all has nothing more to tell.
      const idle = page.operations.length === 0 ? [...warnings] : [];
      for (const [key, one] of idle) if (one.file === file) warnings.delete(key);
      for (const operation of operations) keep({ ...operation, file, warn }, found);
    });
  }
  const { paths, schemas } = written([...found.values()], guarded);
  const kept = [...found.values()].filter(({ path, method }) => paths[path]?.[method]);
  const document = documentOf(read, kept, paths, schemas);
  return { document, warnings: [...warnings.values()], refused };
}
