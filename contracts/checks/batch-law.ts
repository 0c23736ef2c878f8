import type { Device } from '../batch.ts';
import { defineCheck } from './check.ts';
import { type Item, originsOf, pairOf, type View } from './view.ts';

/** How often a pair was asked for, and what came back for it. */
interface Entry {
  readonly device: Device;
  asked: number;
  readonly succeeded: Item[];
  readonly failed: Item[];
}

/** What re-encoding tends to change: case, spaces, leading zeros, the type of a number. */
function lookalike(fields: { readonly pk?: unknown; readonly dk?: unknown }): string {
  const fold = (value: unknown) => String(value).trim().toLowerCase().replace(/^0+/, '');
  return `${fold(fields.pk)}\u0000${fold(fields.dk)}`;
}

function received({ fields }: Item): Record<'receivedPk' | 'receivedDk', string> {
  return { receivedPk: String(fields.pk), receivedDk: String(fields.dk) };
}

function isPair({ fields }: Item): boolean {
  return typeof fields.pk === 'string' && typeof fields.dk === 'string';
}

/** Whether each pair came back once and nothing else did: almost every answer is so, and needs no closer look. */
function isExact(asked: ReadonlyMap<string, unknown>, items: readonly Item[]): boolean {
  if (items.length !== asked.size) return false;
  const seen = new Set<string>();
  for (const item of items) {
    if (!isPair(item) || !asked.has(item.pair)) return false;
    seen.add(item.pair);
  }
  return seen.size === asked.size;
}

function match({ exchange, succeeded, failed }: View): { entries: Map<string, Entry>; strangers: Item[] } {
  const entries = new Map<string, Entry>();
  for (const device of exchange.batch?.devices ?? []) {
    const entry = entries.get(pairOf(device));
    if (entry) entry.asked += 1;
    else entries.set(pairOf(device), { device, asked: 1, succeeded: [], failed: [] });
  }
  const strangers: Item[] = [];
  const place = (items: readonly Item[], list: 'succeeded' | 'failed') => {
    for (const item of items) {
      const entry = isPair(item) ? entries.get(item.pair) : undefined;
      if (entry) entry[list].push(item);
      else strangers.push(item);
    }
  };
  place(succeeded, 'succeeded');
  place(failed, 'failed');
  return { entries, strangers };
}

/**
 * Every requested pair comes back exactly once, in one of the two lists, byte for byte, and nothing else does.
 * A pair that was asked for n times may come back once or n times: the published page does not say which.
 */
export const batchLaw = defineCheck({
  rule: 'batch-law',
  title: { en: 'Law of the batch', zh: '批量守恒' },
  demand: {
    en: 'Every requested pair comes back once, in one of the two lists, byte for byte; nothing else does.',
    zh: '请求的每一对 pk、dk 都逐字节原样返回一次，且只在两个列表之一；此外没有其他设备。',
  },
  kinds: {
    lost: {
      severity: 'violation',
      en: '{pk} {dk} did not come back',
      zh: '{pk} {dk} 没有返回',
      expected: { en: '{pk} {dk} in one of the lists', zh: '{pk} {dk} 出现在其中一个列表' },
      received: { en: 'in neither', zh: '两个列表中都没有' },
    },
    altered: {
      severity: 'violation',
      en: '{pk} {dk} came back as {receivedPk} {receivedDk}',
      zh: '{pk} {dk} 返回时变成了 {receivedPk} {receivedDk}',
      expected: { en: '{pk} {dk}', zh: '{pk} {dk}' },
      received: { en: '{receivedPk} {receivedDk}', zh: '{receivedPk} {receivedDk}' },
    },
    invented: {
      severity: 'violation',
      en: '{receivedPk} {receivedDk} was not asked for',
      zh: '{receivedPk} {receivedDk} 并未请求',
      expected: { en: 'nothing that was not asked for', zh: '没有未请求的设备' },
      received: { en: '{receivedPk} {receivedDk}', zh: '{receivedPk} {receivedDk}' },
    },
    doubled: {
      severity: 'violation',
      en: '{pk} {dk} came back {times} times, asked for {asked} times',
      zh: '{pk} {dk} 返回 {times} 次，请求 {asked} 次',
      expected: {
        en: '{pk} {dk} once, or {asked} times as asked for',
        zh: '{pk} {dk} 返回一次，或与请求相同的 {asked} 次',
      },
      received: { en: '{times} times', zh: '{times} 次' },
    },
    inBothLists: {
      severity: 'violation',
      en: '{pk} {dk} is in both lists',
      zh: '{pk} {dk} 同时出现在两个列表中',
      expected: { en: '{pk} {dk} in one list', zh: '{pk} {dk} 只在一个列表中' },
      received: { en: 'in both', zh: '两个列表中都有' },
    },
    otherList: {
      severity: 'violation',
      en: '{pk} {dk} is in {list}, but in {otherList} of exchange {other}',
      zh: '{pk} {dk} 在 {list} 中，但在请求 {other} 的应答中位于 {otherList}',
      expected: {
        en: '{pk} {dk} in {otherList}, as in exchange {other}',
        zh: '{pk} {dk} 在 {otherList} 中，与请求 {other} 的应答一致',
      },
      received: { en: 'in {list}', zh: '在 {list} 中' },
    },
  },
  inspect(view, report) {
    const { code, exchange, succeeded, failed } = view;
    if (code !== 200 || !exchange.batch) return;
    if (isExact(originsOf(exchange.batch), [...succeeded, ...failed])) return;
    const { entries, strangers } = match(view);
    const lost: Device[] = [];
    for (const { device, asked, ...came } of entries.values()) {
      const { pk, dk } = device;
      const times = came.succeeded.length + came.failed.length;
      const at = (came.failed.at(-1) ?? came.succeeded.at(-1))?.at ?? '';
      if (times === 0) lost.push(device);
      else if (came.succeeded.length > 0 && came.failed.length > 0) report('inBothLists', at, { pk, dk });
      else if (times !== 1 && times !== asked) report('doubled', at, { pk, dk, times, asked });
    }
    const unexplained = strangers.map((item) => ({ item, like: lookalike(item.fields) }));
    for (const { pk, dk } of lost) {
      const like = lookalike({ pk, dk });
      const found = unexplained.findIndex((candidate) => candidate.like === like);
      const [altered] = found < 0 ? [] : unexplained.splice(found, 1);
      if (!altered) report('lost', '/data', { pk, dk });
      else report('altered', altered.item.at, { pk, dk, ...received(altered.item) });
    }
    for (const { item } of unexplained) report('invented', item.at, received(item));
  },
});
