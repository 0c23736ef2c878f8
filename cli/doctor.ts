import { examine } from '../contracts/doctor.ts';
import { exitCodes } from '../contracts/errors/entry.ts';
import { start } from '../contracts/reference/service.ts';
import { openTransport } from '../contracts/send.ts';
import { drawBatch } from '../generators/batch.ts';
import { callOf, openTarget, smallestCall } from '../generators/target.ts';
import type { Action } from './context.ts';
import { checkKnownFailures } from './known-failures.ts';

const sampleSize = 20;

const marks = { good: '✓', warning: '!', bad: '✗' };

/** `doctor` */
export const action: Action = async ({ flags, settings, terminal }) => {
  await checkKnownFailures(settings);
  const target = await openTarget(settings, (account) => start({ account }));
  const transport = openTransport({ ...settings, timeoutMs: 10_000 });
  try {
    const size = Math.min(sampleSize, settings.maxBatch, target.pools.own.length);
    const sample = callOf(target, drawBatch(target.pools, { own: size }, settings.seed, 0));
    const symptoms = await examine({
      transport,
      token: target.token,
      smallest: smallestCall(target),
      sample,
    });
    const told = symptoms.map(({ name, state, detail }) => ({
      name: name[settings.lang],
      state,
      detail: detail[settings.lang],
    }));
    if (flags.json) terminal.print(JSON.stringify(told, null, 1));
    else
      terminal.print(told.map(({ name, state, detail }) => `${marks[state]} ${name}: ${detail}`).join('\n'));
    return symptoms.find(({ state }) => state === 'bad')?.exitCode ?? exitCodes.ok;
  } finally {
    await transport.close();
    await target.close();
  }
};
