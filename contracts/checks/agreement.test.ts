import { expect, test } from 'vitest';
import { disagreements } from './agreement.ts';
import { describeFinding } from './registry.ts';
import { answered, exchange, failed, foreign, own, own2, settings, succeeded } from './sample.ts';

const named = (id: string, ...lists: Parameters<typeof answered>) => ({
  id,
  exchange: exchange({ body: answered(...lists) }),
});

function found(later: ReturnType<typeof named>, areStable = true): string[] {
  const earlier = named('a-1', [succeeded(own, 'x'), succeeded(own2, 'y')], [failed(foreign)]);
  return disagreements(earlier, later, { areStable, settings }).map(
    ({ rule, severity, at, params }) => `${severity} ${rule} ${params.kind} ${at}`,
  );
}

test('answers agree in any order, with other reasons, and on the devices that both name', () => {
  expect(found(named('b', [succeeded(own2, 'y'), succeeded(own, 'x')], [failed(foreign, 'no')]))).toEqual([]);
  expect(found(named('b', [succeeded(own, 'x')]))).toEqual([]);
  expect(found(named('b', [], [failed(foreign), failed(foreign)]))).toEqual([]);
});

test('a device in the other list is a difference', () => {
  expect(found(named('b', [succeeded(own, 'x'), succeeded(foreign)], [failed(own2)]))).toEqual([
    'violation batch-law otherList /data/failedList/0',
    'violation batch-law otherList /data/successList/1',
  ]);
});

test('another credential is one only where credentials are stable', () => {
  const later = named('b', [succeeded(own, 'x'), succeeded(own2, 'z')]);
  expect(found(later)).toEqual(['violation credential differs /data/successList/1/resetCredentials']);
  expect(found(later, false)).toEqual([]);
});

test('a device in both lists, and no answer at all, are for other rules', () => {
  expect(found(named('b', [succeeded(own, 'x')], [failed(own)]))).toEqual([]);
  const { response: _, ...unanswered } = exchange();
  expect(found({ id: 'b', exchange: unanswered })).toEqual([]);
});

test('tells the difference in both languages, with the other exchange', () => {
  const later = named('b', [], [failed(own)]);
  const [finding] = disagreements(named('a-1', [succeeded(own)]), later, { areStable: false, settings });
  expect(finding && describeFinding(finding, 'en')).toBe(
    'p11pLZ 0080E1000001 is in failedList, but in successList of exchange a-1',
  );
  expect(finding && describeFinding(finding, 'zh')).toBe(
    'p11pLZ 0080E1000001 在 failedList 中，但在请求 a-1 的应答中位于 successList',
  );
});
