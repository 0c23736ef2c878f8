import { expect, test } from 'vitest';
import { failureReason } from './failure-reason.ts';
import { answered, exchange, failed, foreign, found } from './sample.ts';

const judged = (msg: unknown) =>
  found(failureReason, exchange({ body: answered([], [failed(foreign, msg)]) }));

test.each(['设备未绑定', 'x'])('accepts the reason %s', (msg) => expect(judged(msg)).toEqual([]));

test.each(['', '  ', null, 7])('refuses %j as a reason', (msg) => {
  expect(judged(msg)).toEqual(['missing /data/failedList/0/msg']);
});
