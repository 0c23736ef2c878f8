import { afterAll, expect, test } from 'vitest';
import { Redactor } from '../contracts/secrets.ts';
import { openTransport } from '../contracts/send.ts';
import type { Target } from '../generators/target.ts';
import { checkSettingsFor, findingsOf, targetOf } from './faults/bench.ts';
import type { Variant } from './faults/fault.ts';
import { variants } from './faults/variants.ts';
import { runCases } from './run-cases.ts';
import { suites } from './suites.ts';

const transport = openTransport({ timeoutMs: 5000 });
afterAll(() => transport.close());

const plain: Variant = {
  name: 'plain',
  text: { en: 'The service as it is', zh: '服务原样' },
};

async function gravesOf(target: Target, { settings }: Variant): Promise<string[]> {
  const graves: string[] = [];
  const checkSettings = checkSettingsFor(target, settings?.tokenErrorStatus);
  for await (const { rule, severity, message, params } of findingsOf(target, transport, checkSettings)) {
    if (severity !== 'observation') graves.push(`${rule} ${message}`);
    else expect(`${rule} ${params.kind}`).toBe('business-code silent');
  }
  return graves;
}

async function objections(target: Target, { settings = {} }: Variant): Promise<string[]> {
  const results = await runCases(
    suites,
    {
      target,
      transport,
      checkSettings: checkSettingsFor(target, settings.tokenErrorStatus),
      redactor: new Redactor(),
      seed: 1,
      maxBatch: settings.maxBatch ?? 100,
      strict: true,
      lang: 'en',
    },
    4,
  );
  return results
    .filter(({ status, rules }) => status !== 'passed' || rules.length > 0)
    .map(({ suite, title, reason }) => `${suite} › ${title}: ${reason}`);
}

test.each([plain, ...variants].map((variant) => [variant.name, variant] as const))(
  'no rule and no suite objects to %s',
  async (_name, variant) => {
    const target = await targetOf(variant);
    expect(await gravesOf(target, variant)).toEqual([]);
    expect(await objections(target, variant)).toEqual([]);
    await target.close();
  },
);
