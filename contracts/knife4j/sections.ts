import type { Meta, Part } from './labels.ts';
import type { Item } from './markdown.ts';
import type { Warn } from './warning.ts';
import { isChinese, isNone } from './words.ts';

/** What stands under a label; `status` is that of the nearest `响应状态码-NNN` label before it. */
export type Section = Readonly<{ part: Part; label: string; line: number; value: string; items: Item[] }> & {
  readonly status: string | undefined;
};

/** One operation as it stands in a page; each model printed apart is a section of its own. */
export type RawOperation = Readonly<{
  line: number;
  title: string;
  tags: string[] | undefined;
  sections: Section[];
}>;

/** A page: its operations, and what it says of the whole project. */
export type RawPage = {
  title: string;
  readonly metas: Map<Meta, string>;
  readonly operations: RawOperation[];
};

type Heading = Item & { type: 'heading' };

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

/** Puts the items of one operation, in turn, into its sections; tells whether they have a place there. */
function filler({ sections }: RawOperation, warn: Warn): (item: Item) => boolean {
  let section: Section | undefined;
  let status: string | undefined;
  return (item) => {
    if (item.type === 'label') {
      const { label, line, value } = item;
      status = item.status ?? status;
      // A model printed apart may be called like an English label.
      const isModel = section?.part === 'models' && (!item.part || (value === '' && !isChinese(label)));
      const part = isModel ? 'models' : item.part;
      const same = isModel ? [] : sections.filter((one) => one.part === part && one.status === status);
      if (same.some((one) => one.items.length > 0 || one.value !== '')) warn(line, 'twice', { name: label });
      if (part) sections.push({ part, label, status, line, value, items: [] });
      if (part || section?.part !== 'description') section = part && sections.at(-1);
      if (part) return true;
    }
    const isText = section?.part === 'description' && (item.type === 'label' || isTitle(item));
    const fits = section && (isText || (item.type !== 'label' && item.type !== 'heading'));
    if (fits) section?.items.push(item);
    return fits === true;
  };
}

/** Splits the items of a page into its operations, the head of the project, and what is neither. */
export function readPage(items: readonly Item[], warn: Warn): RawPage {
  const starts = startsOf(items);
  const page: RawPage = { title: '', metas: new Map(), operations: [] };
  const tags: Heading[] = [];
  let depth = 0;
  let fill: ((item: Item) => boolean) | undefined;
  // What stands outside of operations is told once a heading.
  let outside: { readonly line: number; readonly text: string } | undefined;
  for (const [index, item] of items.entries()) {
    const { line, source } = item;
    const next = items[index + 1];
    const isHead = page.title === '' && next?.type === 'label' && next.meta !== undefined;
    if (item.type === 'code' && !/\n[ \t]*(```+|~~~+)$/.test(source)) warn(line, 'fenceOpen');
    if (starts.has(item)) {
      const { depth: own, text: title } = item.type === 'heading' ? item : { depth: 6, text: '' };
      const tag = tags.findLast((one) => one.depth < own);
      const operation = { line, title, tags: tag && [tag.text], sections: [] };
      page.operations.push(operation);
      depth = own;
      fill = filler(operation, warn);
      if (item.type === 'heading') continue;
    } else if (isTitle(item) && item.depth <= depth) fill = undefined;
    if (fill) {
      if (!fill(item)) warn(line, 'leftOut', { text: source.replace(/^#+\s*/, '') });
    } else if (item.type === 'heading') {
      outside = { line, text: item.text };
      if (isHead) page.title = item.text;
      else tags.push(item);
    } else if (item.type === 'label' && (item.meta || isHead)) {
      if (item.meta) page.metas.set(item.meta, item.value);
      else page.title = item.label;
    } else if (!isNone(source)) {
      outside ??= { line, text: source };
      warn(outside.line, 'leftOut', { text: outside.text });
    }
  }
  return page;
}
