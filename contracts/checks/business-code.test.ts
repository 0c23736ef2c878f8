import { expect, test } from 'vitest';
import { businessCode } from './business-code.ts';
import { answered, exchange, found, tokenError } from './sample.ts';

test.each([
  ['200 for a batch', exchange()],
  ['5106 without a token', exchange({ token: 'missing', body: tokenError(5106) })],
  ['5032 for a bad token', exchange({ token: 'invalid', body: tokenError(5032) })],
  [
    '5032 for a bad token with a bad body',
    exchange({ token: 'invalid', batch: null, body: tokenError(5032) }),
  ],
])('accepts %s', (_name, given) => expect(found(businessCode, given)).toEqual([]));

test.each([
  ['5032 without a token', exchange({ token: 'missing', body: tokenError(5032) }), ['wrong /code']],
  ['5106 for a bad token', exchange({ token: 'invalid', body: tokenError(5106) }), ['wrong /code']],
  ['200 for a bad token', exchange({ token: 'invalid' }), ['wrong /code']],
  ['5032 for a good token', exchange({ body: tokenError(5032) }), ['wrong /code']],
  ['0 for a batch', exchange({ body: { code: 0, msg: '' } }), ['wrong /code', 'undocumented /code']],
  ['200 for a body that is no list', exchange({ batch: null }), ['badInputAccepted /code', 'silent /code']],
  [
    'an undocumented code for bad input',
    exchange({ batch: null, body: { code: 50005, msg: 'x' } }),
    ['silent /code'],
  ],
  ['200 for odd input', exchange({ mayBeRefused: true }), ['silent /code']],
  ['200 for odd input that is no list', exchange({ batch: null, mayBeRefused: true }), ['silent /code']],
  [
    'an undocumented code for odd input',
    exchange({ mayBeRefused: true, body: { code: 50005, msg: 'x' } }),
    ['silent /code'],
  ],
  [
    'a bad token accepted with odd input',
    exchange({ token: 'invalid', mayBeRefused: true }),
    ['wrong /code'],
  ],
  ['200 for an empty batch', exchange({ batch: [], body: answered([]) }), ['silent /code']],
  [
    'an undocumented code for an empty batch',
    exchange({ batch: [], body: { code: 5311, msg: 'x' } }),
    ['silent /code'],
  ],
])('reports %s', (_name, given, kinds) => expect(found(businessCode, given)).toEqual(kinds));
