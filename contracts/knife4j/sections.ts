import { type Item, sourceOf } from './items.ts';
import { isNone, languageOf, type Meta, type Part } from './labels.ts';
import type { Warn } from './warning.ts';

/** A labelled part of an operation. `status` is that of the nearest `响应状态码-NNN` label before it. */
export interface Section {
  readonly part: Part;
  readonly label: string;
  readonly status: string | undefined;
  readonly line: number;
  readonly value: string;
  readonly items: Item[];
}

/** One operation as it stands in a page. */
export interface RawOperation {
  readonly line: number;
  readonly title: string;
  readonly tag: string | undefined;
  readonly sections: readonly Section[];
  /** Tables of models that are printed apart, by name. */
  readonly models: ReadonlyMap<string, Item & { type: 'table' }>;
}

/** The head of a whole project. */
export interface Project {
  readonly title: string;
  readonly metas: ReadonlyMap<Meta, string>;
}

export interface RawPage {
  readonly project: Project | undefined;
  readonly operations: readonly RawOperation[];
}

type Heading = Item & { type: 'heading' };

/** Headings that hand-made pages put inside an operation. */
const inner = /^(?:\d+[.、]?\s*)?(?:请求|响应|返回|request|response)(?:信息|参数|示例)?$/i;

function isTitle(item: Item | undefined): item is Heading {
  return item?.type === 'heading' && !inner.test(item.text.trim());
}

/** Where each operation begins: at the heading before its address, or at the address when there is none. */
function startsOf(items: readonly Item[]): number[] {
  let floor = 0;
  return items.flatMap((item, index) => {
    if (item.type !== 'label' || item.part !== 'address') return [];
    let start = index;
    while (start > floor && !isTitle(items[start])) start -= 1;
    floor = index + 1;
    return [isTitle(items[start]) ? start : index];
  });
}

function isMeta(item: Item | undefined): boolean {
  return item?.type === 'label' && item.meta !== undefined;
}

function partOf(item: Item & { type: 'label' }): Part | undefined {
  return item.part ?? (item.meta === 'intro' ? 'description' : undefined);
}

function readOperation(items: readonly Item[], tag: string | undefined, warn: Warn): RawOperation {
  const [first] = items;
  const models = new Map<string, Item & { type: 'table' }>();
  const sections: Section[] = [];
  let current: Section | undefined;
  let status: string | undefined;
  let model: string | undefined;
  for (const item of first?.type === 'heading' ? items.slice(1) : items) {
    // A model printed apart may be called like an English label.
    const isModel = current?.part === 'models' && item.type === 'label' && languageOf(item.label) === 'en';
    const part = item.type === 'label' && !(isModel && item.value === '') ? partOf(item) : undefined;
    if (item.type === 'label' && part) {
      if (part === 'perStatus') status = item.status;
      model = undefined;
      current = { part, label: item.label, status, line: item.line, value: item.value, items: [] };
      sections.push(current);
    } else if (item.type === 'label' && current?.part === 'models') {
      model = item.label;
    } else if (model !== undefined && item.type === 'table') {
      models.set(model, item);
    } else if (item.type === 'heading') {
      if (current?.part === 'description' && isTitle(item)) current.items.push(item);
      else warn(item.line, 'headingIgnored', { text: item.text });
    } else {
      if (item.type === 'label') {
        warn(item.line, 'labelUnknown', { label: item.label });
        if (current?.part !== 'description') current = undefined;
      }
      if (current) current.items.push(item);
      else if (item.type !== 'label')
        warn(item.line, 'contentLeftOut', { text: sourceOf(item).slice(0, 60) });
    }
  }
  return {
    line: first?.line ?? 1,
    title: first?.type === 'heading' ? first.text : '',
    tag,
    sections,
    models,
  };
}

/** The items of one operation end at the first heading that is not below its own. */
function endOf(items: readonly Item[], start: number, limit: number): number {
  const first = items[start];
  const depth = first?.type === 'heading' ? first.depth : 6;
  const end = items.findIndex(
    (item, index) => index > start && isTitle(item) && (item.depth <= depth || first?.type !== 'heading'),
  );
  return end === -1 || end > limit ? limit : end;
}

/** Splits the items of a page into its operations, the head of the project, and what is neither. */
export function readPage(items: readonly Item[], warn: Warn): RawPage {
  const starts = startsOf(items);
  const operations: RawOperation[] = [];
  const tags: Heading[] = [];
  const metas = new Map<Meta, string>();
  let title = '';
  let heading: Heading | undefined;
  const readOutside = (outside: readonly Item[]) => {
    let told = false;
    for (const [index, item] of outside.entries()) {
      if (item.type === 'heading') {
        [heading, told] = [item, false];
        const next = outside[index + 1];
        if (isMeta(next) && title === '') title = item.text;
        else tags.push(item);
      } else if (item.type === 'label' && item.meta) {
        metas.set(item.meta, item.value);
      } else if (item.type === 'label' && isMeta(outside[index + 1]) && title === '') {
        title = item.label;
      } else if (!told && !(item.type === 'text' && isNone(item.text))) {
        warn(item.line, 'contentLeftOut', { text: (heading?.text ?? sourceOf(item)).slice(0, 60) });
        told = true;
      }
    }
  };
  readOutside(items.slice(0, starts[0] ?? items.length));
  for (const [index, start] of starts.entries()) {
    const limit = starts[index + 1] ?? items.length;
    const end = endOf(items, start, limit);
    const first = items[start];
    const depth = first?.type === 'heading' ? first.depth : 7;
    const tag = tags.findLast((one) => one.depth < depth)?.text;
    operations.push(readOperation(items.slice(start, end), tag, warn));
    readOutside(items.slice(end, limit));
  }
  return { project: title === '' && metas.size === 0 ? undefined : { title, metas }, operations };
}
