import { expect, test } from 'vitest';
import { exchange } from './checks/sample.ts';
import { recordedExchange } from './recorded.ts';
import { rebased, remadeCall } from './remade.ts';
import { Redactor } from './secrets.ts';

test.each([
  ['another host', 'http://a:1/v2/x?y=1', 'http://a:1', 'http://b:2', 'http://b:2/v2/x?y=1'],
  ['another prefix', 'http://a/api/v2/x', 'http://a/api', 'http://b/gate/way', 'http://b/gate/way/v2/x'],
  ['no prefix any more', 'http://a/api/v2/x', 'http://a/api', 'http://b', 'http://b/v2/x'],
  ['a path that only starts alike', 'http://a/apix/v2', 'http://a/api', 'http://b', 'http://b/apix/v2'],
  [
    "another worker's service",
    'http://127.0.0.1:41/v2/x',
    'http://127.0.0.1:40',
    'http://b',
    'http://b/v2/x',
  ],
  ['the same', 'http://a/api/v2/x', 'http://a/api', 'http://a/api', 'http://a/api/v2/x'],
])('%s: the path stays', (_name, url, recordedBase, base, expected) => {
  expect(rebased(url, recordedBase, base)).toBe(expected);
});

function knowing(token: string): Redactor {
  const redactor = new Redactor();
  redactor.learnToken(token, '$PKDK_TOKEN');
  return redactor;
}

test.each([
  ['text', Buffer.from('["old-token", "设备"]'), Buffer.from('["new-token!", "设备"]')],
  [
    'bytes',
    Buffer.concat([Buffer.from([0xff, 0]), Buffer.from('old-token'), Buffer.from([0x80])]),
    Buffer.concat([Buffer.from([0xff, 0]), Buffer.from('new-token!'), Buffer.from([0x80])]),
  ],
])('a token within a body of %s is that of the target, all other bytes stay', (_name, body, expected) => {
  const given = exchange();
  const sent = { ...given, request: { ...given.request, headers: { cookie: 't=old-token' }, body } };
  const recorded = recordedExchange('x', sent, { outcome: 'success', findings: [] }, knowing('old-token'));
  expect(recorded.isRepeatable).toBe(true);
  expect(JSON.stringify(recorded)).not.toMatch(/old-token|bGQtdG9rZW/);
  const redactor = knowing('new-token!');
  const { call, missing } = remadeCall(recorded, (substitute) => redactor.secretOf(substitute));
  expect(missing).toEqual([]);
  expect(call.request).toMatchObject({ headers: { cookie: 't=new-token!' }, body: expected });
  expect(call.batch).toEqual(given.batch);
  expect(remadeCall(recorded, () => undefined).missing).toEqual(['$PKDK_TOKEN']);
});
