import type { Lang } from '../text.ts';
import { addressOf } from './address.ts';
import { cleanText, unquoted } from './clean.ts';
import type { Texts } from './document.ts';
import { sourceOf } from './items.ts';
import { isNative, isNone, languageOf, type Part } from './labels.ts';
import { partsOf } from './parts.ts';
import { type Body, type Parameter, readRequest } from './request.ts';
import { type Code, type Response, readResponses } from './responses.ts';
import type { RawOperation, Section } from './sections.ts';
import { modelShape, type Shape } from './shape.ts';
import type { Warn } from './warning.ts';

/** An operation as read from one page, or from its editions in two languages. */
export interface Operation {
  readonly file: string;
  readonly line: number;
  readonly lang: Lang;
  readonly method: string;
  readonly path: string;
  readonly server: string | undefined;
  readonly tag: string | undefined;
  readonly author: string;
  readonly titles: Texts;
  readonly descriptions: Texts;
  readonly secured: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly responses: readonly Response[];
  readonly codes: readonly Code[];
  /** Models printed apart from the rows that use them. */
  readonly models: ReadonlyMap<string, Shape>;
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

function descriptionOf(section: Section | undefined): string {
  if (!section) return '';
  let end = section.line;
  const blocks = section.items.map((item) => {
    const source = sourceOf(item);
    const gap = item.line > end + 1 ? '\n\n' : '\n';
    end = item.line + source.split('\n').length - 1;
    return gap + source;
  });
  const text = cleanText([section.value, ...blocks].join(''));
  return isNone(text) ? '' : text;
}

/** Reads one operation; `undefined` when its method cannot be read. */
export function readOperation(raw: RawOperation, file: string, warn: Warn): Operation | undefined {
  const addressSection = raw.sections.find(({ part }) => part === 'address');
  const label = addressSection?.label ?? '';
  const lang = languageOf(label);
  const parts = partsOf(raw, isNative(label), lang, warn);
  const valueAt = (part: Part) => unquoted(parts.find(part)?.value ?? '');
  const method = valueAt('method').toLowerCase();
  if (!methods.has(method)) {
    warn(parts.find('method')?.line ?? raw.line, 'methodNotRead', { found: valueAt('method') });
    return undefined;
  }
  const { path, server } = addressOf(valueAt('address'), addressSection?.line ?? raw.line, warn);
  const { models } = parts.context;
  const title = cleanText(raw.title) || path;
  const description = descriptionOf(parts.find('description'));
  return {
    ...{ file, line: raw.line, lang, method, path, server, tag: raw.tag },
    author: cleanText(valueAt('author')),
    titles: { [lang]: title },
    descriptions: description === '' ? {} : { [lang]: description },
    ...readRequest(parts, method, path),
    ...readResponses(parts),
    models: new Map(
      [...models].map(([name, rows]) => [name, modelShape(name, rows, undefined, parts.context)]),
    ),
  };
}
