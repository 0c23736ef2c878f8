import type { Text } from '../contracts/text.ts';
import type { BadBody } from './bad-bodies.ts';

const body = (name: string, text: Text, json: string): BadBody => ({ name, text, body: Buffer.from(json) });

/** JSON whose devices depend on the parser: what to answer is open, but no device of it is anybody's. */
export const ambiguousBodies: readonly BadBody[] = [
  body(
    'two-pks',
    { en: 'two different values for one pk', zh: '同一 pk 出现两个不同的值' },
    '[{"pk":"zzzzzz","pk":"zzzzzy","dk":"FFFFFFFFFFFE"}]',
  ),
  body(
    'two-dks',
    { en: 'two different values for one dk', zh: '同一 dk 出现两个不同的值' },
    '[{"pk":"zzzzzz","dk":"FFFFFFFFFFFE","dk":"FFFFFFFFFFFD"}]',
  ),
  body(
    'right-and-wrong-type',
    { en: 'a dk that is a string and then null', zh: 'dk 先为字符串后为 null' },
    '[{"pk":"zzzzzz","dk":"FFFFFFFFFFFE","dk":null}]',
  ),
  body(
    'both-cases',
    { en: 'dk and DK with different values', zh: 'dk 与 DK 的值不同' },
    '[{"pk":"zzzzzz","dk":"FFFFFFFFFFFE","DK":"FFFFFFFFFFFD"}]',
  ),
  body(
    'lone-surrogates',
    { en: 'halves of a character', zh: '只有半个字符（孤立代理码位）' },
    '[{"pk":"\\ud83d","dk":"FFFFFFFFFFFE"},{"pk":"zzzzzz","dk":"\\ude00\\ud83d"}]',
  ),
];
