import { expect, test } from 'vitest';
import { drift } from './drift.ts';
import { answered, exchange, failed, foreign, found, own, own2, succeeded, tokenError } from './sample.ts';

test.each([
  ['a success as documented', exchange()],
  ['an error without its optional fields', exchange({ body: tokenError(5032) })],
  ['an error with them', exchange({ body: { ...tokenError(5106), data: null, extMsg: null } })],
])('is quiet about %s', (_name, given) => expect(found(drift, given)).toEqual([]));

test.each([
  ['a new field of the envelope', { ...answered([succeeded(own)]), traceId: 'x' }, ['undocumented /traceId']],
  ['a new field in an error', { ...tokenError(5032), 'a/b': 1 }, ['undocumented /a~1b']],
  [
    'a new field of every item, once',
    answered(
      [
        { ...succeeded(own), ttl: 60 },
        { ...succeeded(own2), ttl: 60 },
      ],
      [{ ...failed(foreign), ttl: 1 }],
    ),
    ['undocumented /data/failedList/0/ttl', 'undocumented /data/successList/0/ttl'],
  ],
  ['a vanished field', { ...answered([succeeded(own)]), extMsg: undefined }, ['vanished']],
])('reports %s', (_name, body, kinds) => expect(found(drift, exchange({ body }))).toEqual(kinds));
