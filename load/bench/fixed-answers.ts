import type { Call } from '../../contracts/exchange.ts';
import { batchAnswer } from '../../contracts/reference/answer.ts';
import { createInventory } from '../../contracts/reference/inventory.ts';
import { drawBatch } from '../../generators/batch.ts';
import { referenceAccount } from '../../generators/devices.ts';
import { bearer, prepareCall } from '../../generators/request.ts';
import type { Pages } from './nginx.ts';

/** Whether the answers to a request are all the same, or no two of them are. */
const kinds = ['repeating', 'changing'] as const;

export type AnswerKind = (typeof kinds)[number];

/** Different batches of each size, each with an answer of its own. */
const batchesOfSize = 8;

const account = referenceAccount();
const pools = { ...account, unknown: [] };
const indexes = Array.from({ length: batchesOfSize }, (_, index) => index);

function batchOf(size: number, index: number) {
  return drawBatch(pools, { own: size }, 1, size * 1000 + index);
}

/** Where the answer to a batch is. */
function pathOf(kind: AnswerKind, size: number, index: number): string {
  return `/${kind}/${size}/${index}`;
}

/** As long as an id that nginx gives a request. */
const mark = 'an-id-of-32-letters-in-its-place';

const inventory = createInventory(account);

/** A right answer to a batch. */
export function answerTo(size: number, index: number): string {
  return JSON.stringify({ ...batchAnswer(batchOf(size, index).devices, inventory, 'en'), extMsg: mark });
}

/** Right answers to the batches of these sizes, as pages of nginx; those that change have nginx's id of the request in `extMsg`. */
export function fixedAnswers(sizes: readonly number[]): Pages {
  const textsOf = (kind: AnswerKind, size: number, index: number) => {
    const [before = '', after = ''] = answerTo(size, index).split(mark);
    return [before, kind === 'changing' ? '$request_id' : mark, after];
  };
  return new Map(
    kinds.flatMap((kind) =>
      sizes.flatMap((size) =>
        indexes.map((index) => [pathOf(kind, size, index), textsOf(kind, size, index)] as const),
      ),
    ),
  );
}

/** The calls to which these are the answers. */
export function fixedCalls(url: string, kind: AnswerKind, size: number): Call[] {
  return indexes.map((index) =>
    prepareCall({
      url: url + pathOf(kind, size, index),
      token: 'valid',
      authorization: bearer('of-the-benchmark'),
      batch: batchOf(size, index),
    }),
  );
}

/** Calls to the reference service. */
export function referenceCalls(operationUrl: string, token: string, size: number): Call[] {
  return indexes.map((index) =>
    prepareCall({
      url: operationUrl,
      token: 'valid',
      authorization: bearer(token),
      batch: batchOf(size, index),
    }),
  );
}
