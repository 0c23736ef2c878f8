import { languageOf, type Meta, type Part } from './labels.ts';
import type { Item } from './markdown.ts';
import type { Warn } from './warning.ts';
import { isNone } from './words.ts';

type Heading = Item & { type: 'heading' };
type Table = Item & { type: 'table' };

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
  readonly sections: Section[];
  /** Tables of models that are printed apart, by name. */
  readonly models: Map<string, Table>;
}

/** A page: its operations, and what it says of the whole project. */
export interface RawPage {
  title: string;
  readonly metas: Map<Meta, string>;
  readonly operations: RawOperation[];
}

function isMeta(item: Item | undefined): boolean {
  return item?.type === 'label' && item.meta !== undefined;
}

/** A heading, but none that hand-made pages put inside an operation. */
function isTitle(item: Item): item is Heading {
  const inner = /^(?:\d+[.、]?\s*)?(?:请求|响应|返回|request|response)(?:信息|参数|示例)?$/i;
  return item.type === 'heading' && !inner.test(item.text.trim());
}

/** Where operations begin: at the heading before each address, or at the address when there is none. */
function startsOf(items: readonly Item[]): Set<Item> {
  const starts = new Set<Item>();
  let title: Item | undefined;
  for (const item of items) {
    if (isTitle(item)) title = item;
    if (item.type !== 'label' || item.part !== 'address') continue;
    starts.add(title ?? item);
    title = undefined;
  }
  return starts;
}

function leaveOut(item: Item, warn: Warn, text = item.source): void {
  warn(item.line, 'leftOut', { text: text.slice(0, 60) });
}

/** Puts the items of one operation, in turn, into its sections. */
function filler(operation: RawOperation, warn: Warn): (item: Item) => void {
  let section: Section | undefined;
  let status: string | undefined;
  let model: string | undefined;
  const open = (part: Part, { label, value, line }: Item & { type: 'label' }) => {
    const isFilled = (one: Section) => one.items.length > 0 || one.value !== '';
    const same = operation.sections.filter((one) => one.part === part && one.status === status);
    if (same.some(isFilled)) warn(line, 'twice', { name: label });
    section = { part, label, status, line, value, items: [] };
    operation.sections.push(section);
  };
  return (item) => {
    const inModels = section?.part === 'models';
    if (item.type === 'label') {
      // A model printed apart may be called like an English label.
      const isModel = inModels && item.value === '' && languageOf(item.label) === 'en';
      const part = item.part ?? (item.meta === 'intro' ? 'description' : undefined);
      model = inModels && (isModel || !part) ? item.label : undefined;
      if (model !== undefined) return;
      if (item.part === 'perStatus') status = item.status;
      if (part) return open(part, item);
    }
    if (model !== undefined && item.type === 'table') {
      operation.models.set(model, item);
    } else if (
      section?.part === 'description'
        ? item.type !== 'heading' || isTitle(item)
        : section && item.type !== 'heading' && item.type !== 'label'
    ) {
      section?.items.push(item);
    } else {
      leaveOut(item, warn, item.type === 'heading' ? item.text : item.source);
      if (item.type === 'label') section = undefined;
    }
  };
}

/** Splits the items of a page into its operations, the head of the project, and what is neither. */
export function readPage(items: readonly Item[], warn: Warn): RawPage {
  const starts = startsOf(items);
  const page: RawPage = { title: '', metas: new Map(), operations: [] };
  const tags: Heading[] = [];
  let heading: Heading | undefined;
  let depth = 0;
  let isTold = false;
  let fill: ((item: Item) => void) | undefined;
  for (const [index, item] of items.entries()) {
    if (item.type === 'code' && !/\n[ \t]*(```+|~~~+)$/.test(item.source)) warn(item.line, 'fenceOpen');
    if (starts.has(item)) {
      depth = item.type === 'heading' ? item.depth : 6;
      const tag = tags.findLast((one) => one.depth < depth)?.text;
      const title = item.type === 'heading' ? item.text : '';
      const operation: RawOperation = { line: item.line, title, tag, sections: [], models: new Map() };
      page.operations.push(operation);
      fill = filler(operation, warn);
      if (title !== '') continue;
    } else if (isTitle(item) && item.depth <= depth) fill = undefined;
    const isHead = page.title === '' && isMeta(items[index + 1]);
    if (fill) fill(item);
    else if (item.type === 'heading') {
      [heading, isTold] = [item, false];
      if (isHead) page.title = item.text;
      else tags.push(item);
    } else if (item.type === 'label' && item.meta) page.metas.set(item.meta, item.value);
    else if (item.type === 'label' && isHead) page.title = item.label;
    else if (!isTold && !isNone(item.source)) {
      leaveOut(item, warn, heading?.text);
      isTold = true;
    }
  }
  return page;
}
