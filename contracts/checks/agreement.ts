import type { Exchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import { batchLaw } from './batch-law.ts';
import { credential } from './credential.ts';
import { type CheckSettings, type Item, pairOf, viewOf } from './view.ts';

/** An exchange under the name that a record gives it. */
export interface Named {
  readonly id: string;
  readonly exchange: Exchange;
}

interface Place {
  readonly list: 'successList' | 'failedList';
  readonly item: Item;
}

/** Where an answer puts each device; one that is in both lists is left to the law of the batch. */
function placesOf({ exchange }: Named, settings: CheckSettings): Map<string, Place> {
  const places = new Map<string, Place>();
  if (!exchange.response) return places;
  const { succeeded, failed } = viewOf(exchange, exchange.response, settings);
  for (const item of failed) places.set(pairOf(item.fields), { list: 'failedList', item });
  for (const item of succeeded) {
    const pair = pairOf(item.fields);
    if (places.get(pair)?.list === 'failedList') places.delete(pair);
    else places.set(pair, { list: 'successList', item });
  }
  return places;
}

/** What an answer says otherwise than an earlier one of the devices that both name, as findings of the later. */
export function disagreements(
  earlier: Named,
  later: Named,
  { areStable, settings }: { readonly areStable: boolean; readonly settings: CheckSettings },
): Finding[] {
  const before = placesOf(earlier, settings);
  const findings: Finding[] = [];
  for (const [pair, { list, item }] of placesOf(later, settings)) {
    const known = before.get(pair);
    if (!known) continue;
    const { pk, dk, resetCredentials } = item.fields;
    const params = { pk: String(pk), dk: String(dk), other: earlier.id };
    if (known.list !== list) {
      findings.push(batchLaw.finding('otherList', item.at, { ...params, list, otherList: known.list }));
    } else if (areStable && known.item.fields.resetCredentials !== resetCredentials) {
      findings.push(credential.finding('differs', `${item.at}/resetCredentials`, params));
    }
  }
  return findings;
}
