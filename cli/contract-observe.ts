import { existsSync } from 'node:fs';
import { exitCodes } from '../contracts/errors/entry.ts';
import { textOf } from '../contracts/flags.ts';
import { describeFact, describeValue } from '../contracts/observation-texts.ts';
import { mergeObserved, type Observations } from '../contracts/observations.ts';
import { observedFile, readObserved, writeObserved } from '../contracts/observed-file.ts';
import { fill, type Text } from '../contracts/text.ts';
import type { Action } from './context.ts';
import { suiteRecordsAt } from './record-folders.ts';

const texts = {
  changed: { en: 'changed: {fact}: {before} → {now}', zh: '变化：{fact}：{before} → {now}' },
  counts: {
    en: '{added} new, {changed} changed, {same} the same, {kept} kept that were not observed this time.',
    zh: '新增 {added} 项，变化 {changed} 项，不变 {same} 项，本次未观察到而保留 {kept} 项。',
  },
} as const satisfies Record<string, Text>;

/** How the names of a file compare with those of a run. */
function comparison(before: Observations, now: Observations) {
  const names = Object.keys(now);
  const known = names.filter((name) => Object.hasOwn(before, name));
  const changed = known.filter((name) => before[name] !== now[name]);
  return {
    changed,
    counts: {
      added: names.length - known.length,
      changed: changed.length,
      same: known.length - changed.length,
      kept: Object.keys(before).length - known.length,
    },
  };
}

/** `contract observe`: keeps what a run observed, for later runs to be compared with; what it did not, stays. */
export const action: Action = async ({ args, flags, settings: { lang, observed }, terminal }) => {
  const { observations, observationTexts } = mergeObserved(args.flatMap(suiteRecordsAt));
  const file = observedFile(textOf(flags, 'output') ?? observed);
  const before = existsSync(file) ? readObserved(file) : {};
  writeObserved(file, { ...before, ...observations });
  terminal.print(file);
  const { changed, counts } = comparison(before, observations);
  for (const name of changed) {
    const [was, is] = [before, observations].map((values) => describeValue(values[name] ?? '', lang));
    const fact = describeFact(name, observationTexts, lang);
    terminal.say(fill(texts.changed, lang, { fact, before: was ?? '', now: is ?? '' }));
  }
  terminal.say(fill(texts.counts, lang, counts));
  return exitCodes.ok;
};
