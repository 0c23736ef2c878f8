import { reasonOf } from '../errors.ts';
import { fillAll, type Text } from '../text.ts';
import { Components, freeName } from './components.ts';
import type { Named, OpenApiDocument, Operation, Schema } from './document.ts';
import { isForkedRow, type Meta } from './labels.ts';
import { itemsOf } from './markdown.ts';
import { merge } from './merge.ts';
import { type ReadOperation, readOperation } from './operation.ts';
import { namesIn } from './request.ts';
import { type RawPage, readPage } from './sections.ts';
import { refusalTexts, type Warn, type Warning } from './warning.ts';
import { cleanText } from './words.ts';
import { operationOf } from './write.ts';

/** A page: its name, for messages, and its text. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

/** A page that could not be read, in whole or in part. */
export interface Refused {
  readonly file: string;
  readonly reason: Text;
}

export interface Imported {
  readonly document: OpenApiDocument;
  readonly warnings: readonly Warning[];
  readonly refused: readonly Refused[];
}

/** An operation, its page, and whom to tell about it. */
type Found = ReadOperation & { readonly file: string; readonly warn: Warn };
type Read = { readonly page: RawPage; readonly operations: readonly ReadOperation[] };

const frontMatter = /^---\n(?:.*\n){0,200}?---(?:\n|$)/;

function readText(text: string, warn: Warn): Read | { readonly reason: Text } {
  if (text.trim() === '') return { reason: refusalTexts.empty };
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const items = itemsOf(
    lines.replace(frontMatter, (matter) => {
      warn(1, 'leftOut', { text: matter.slice(0, 60) });
      return matter.replace(/[^\n]/g, '');
    }),
  );
  const page = readPage(items, warn);
  const operations = page.operations.flatMap((raw) => readOperation(raw, warn) ?? []);
  if (operations.length > 0) return { page, operations };
  const isForked = items.some((item) => item.type === 'table' && item.lines.some(isForkedRow));
  if (isForked) return { reason: refusalTexts.forked };
  return { reason: page.operations.length > 0 ? refusalTexts.noOperation : refusalTexts.noAddress };
}

/** The operation at the first path of its template: two that differ in names only would be ambiguous. */
function settled(one: Found, templates: Map<string, string>): Found {
  const template = one.path.replace(/\{[^{}]*\}/g, '{}');
  const path = templates.get(template) ?? one.path;
  templates.set(template, path);
  if (path === one.path) return one;
  one.warn(one.line, 'readOtherwise', { name: one.path, found: one.path, read: path });
  const [from, to] = [namesIn(one.path), namesIn(path)];
  const parameters = Object.values(one.draft.parameters).map((parameter) => {
    const name = (parameter.in === 'path' && to[from.indexOf(parameter.name)]) || parameter.name;
    return [`${parameter.in} ${name}`, { ...parameter, name }] as const;
  });
  return { ...one, path, draft: { ...one.draft, parameters: Object.fromEntries(parameters) } };
}

/** Two editions of one operation as one, the Chinese one leading. */
function mergeEditions(first: Found, second: Found, where: string): Found {
  const [lead, other] = first.lang === 'zh' ? [first, second] : [second, first];
  const tell = (what: string) => other.warn(other.line, 'differs', { where, what });
  return { ...lead, draft: merge(lead.draft, other.draft, tell) };
}

/** The URL of a HOST line: a whole URL, or a host with or without a port and a base path. */
function serverOf(host: string): string | undefined {
  const url = /^https?:\/\//.test(host) ? host : `//${host}`;
  return /^(?:https?:)?\/\/[\w.-]+(?::\d+)?(?:\/[\w./-]*)?$/.test(url) ? url.replace(/\/+$/, '') : undefined;
}

function documentOf(
  pages: readonly RawPage[],
  found: readonly Found[],
  paths: Named<Named<Operation>>,
  schemas: Named<Schema>,
): OpenApiDocument {
  const [project] = pages.filter(({ title, metas }) => title !== '' || metas.size > 0);
  const [first, ...others] = found;
  const metaOf = (page: RawPage | undefined, name: Meta) => cleanText(page?.metas.get(name) ?? '');
  const text = (name: Meta) => metaOf(project, name);
  const title = others.length === 0 ? first?.draft['x-texts'].summary : undefined;
  const tags = [...new Set(found.flatMap(({ draft }) => draft.tags ?? []))];
  const hosts = [...pages.map((page) => metaOf(page, 'host')), ...found.map(({ server }) => server ?? '')];
  const servers = new Set(hosts.flatMap((host) => serverOf(host) ?? []));
  const isSecured = found.some(({ draft }) => draft.security);
  return {
    openapi: '3.1.0',
    info: {
      title: project?.title || title?.zh || title?.en || 'Knife4j',
      version: text('version') || '1.0.0',
      ...(text('intro') && { description: text('intro') }),
      ...(text('contact') && { contact: { name: text('contact') } }),
      ...(text('url') && { 'x-url': text('url') }),
    },
    servers: [...(servers.size > 0 ? servers : ['/'])].map((url) => ({ url })),
    security: [],
    ...(tags.length > 0 && { tags: tags.map((name) => ({ name })) }),
    paths,
    components: {
      ...(isSecured && { securitySchemes: { Authorization: { type: 'http', scheme: 'bearer' } } }),
      schemas,
    },
  };
}

/** Turns Knife4j pages into one OpenAPI 3.1 description; what it could not read, it says. */
export function importPages(pages: readonly Page[]): Imported {
  const warnings = new Map<string, Warning>();
  const refused: Refused[] = [];
  // What exhausts a parser or a stack must not take the other pages with it.
  const guarded = (file: string, work: () => void) => {
    try {
      work();
    } catch (thrown) {
      const reason = reasonOf(thrown).split('\n')[0] ?? '';
      refused.push({ file, reason: fillAll(refusalTexts.unreadable, { reason }) });
    }
  };
  const read: RawPage[] = [];
  const templates = new Map<string, string>();
  const found = new Map<string, Found>();
  for (const { file, text } of pages) {
    const warn: Warn = (line, kind, params = {}) => {
      const cut = Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.slice(0, 80) : value,
      ]);
      const warning = { file, line, kind, params: Object.fromEntries(cut) };
      warnings.set(JSON.stringify(warning), warning);
    };
    guarded(file, () => {
      const result = readText(text, warn);
      if ('reason' in result) {
        refused.push({ file, reason: result.reason });
        return;
      }
      const host = result.page.metas.get('host');
      if (host && !serverOf(cleanText(host))) warn(1, 'leftOut', { text: host });
      read.push(result.page);
      for (const operation of result.operations) {
        const one = settled({ ...operation, file, warn }, templates);
        const key = `${one.method.toUpperCase()} ${one.path}`;
        const known = found.get(key);
        if (!known) found.set(key, one);
        else if (known.draft['x-texts'].summary[one.lang] === undefined)
          found.set(key, mergeEditions(known, one, key));
        else warn(one.line, 'twiceInPages', { operation: key, other: known.file });
      }
    });
  }
  let components = new Components(undefined, {}, () => {});
  const written: Record<string, Record<string, Operation>> = {};
  const ids = new Set<string>();
  for (const { file, line, warn, method, path, draft } of found.values()) {
    guarded(file, () => {
      const tell = (where: string, what: string) => warn(line, 'differs', { where, what });
      const next = new Components(components, draft.models, tell);
      const words = path.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
      const id = freeName(method + words.join(''), (one) => ids.has(one));
      const operation = operationOf(draft, id, next, () => warn(line, 'noCodeField'));
      components = next;
      ids.add(id);
      written[path] = { ...written[path], [method]: operation };
    });
  }
  const document = documentOf(read, [...found.values()], written, components.schemas());
  return { document, warnings: [...warnings.values()], refused };
}
