import { afterAll, expect, test } from 'vitest';
import type { Target } from '../generators/target.ts';
import { benchTransport, findingsOf, targetOf } from './faults/bench.ts';
import type { Variant } from './faults/fault.ts';
import { variants } from './faults/variants.ts';
import { checkSettingsFor } from './workbench.ts';

const transport = benchTransport();
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
    else expect(['business-code silent', 'http-status refused']).toContain(`${rule} ${params.kind}`);
  }
  return graves;
}

test.each([plain, ...variants].map((variant) => [variant.name, variant] as const))(
  'no rule objects to %s',
  async (_name, variant) => {
    const target = await targetOf(variant);
    expect(await gravesOf(target, variant)).toEqual([]);
    await target.close();
  },
);
