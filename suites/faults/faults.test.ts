import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../contracts/finding.ts';
import type { Behaviour } from '../../contracts/reference/behaviour.ts';
import { createInventory } from '../../contracts/reference/inventory.ts';
import { createResponder, type Incoming } from '../../contracts/reference/respond.ts';
import { account, foreign, own, unknown } from '../../contracts/reference/sample.ts';
import { createTokens } from '../../contracts/reference/tokens.ts';
import { faultNames, faults, findFault } from './faults.ts';
import { findVariant, variantNames, variants } from './variants.ts';

const tokens = await createTokens();
const inventory = createInventory(account);

/** One request for each thing that a variant may react to. */
async function requests(): Promise<readonly Incoming[]> {
  const token = await tokens.sign();
  const authorization = `Bearer ${token}`;
  const bodies = [
    [...own.slice(0, 5), own[0], ...foreign, unknown, unknown],
    Array(101).fill(own[0]),
    [],
    {},
  ];
  return [
    ...bodies.map((body) => ({
      authorization,
      body: Buffer.from(JSON.stringify(body)),
      lang: 'zh' as const,
    })),
    { body: Buffer.from('[]'), lang: 'zh' },
    { authorization: token, body: Buffer.from('[]'), lang: 'zh' },
  ];
}

let sent: readonly Incoming[];
let plain: readonly string[];

async function replies(behaviour?: Behaviour): Promise<string[]> {
  const respond = createResponder(tokens, inventory, behaviour);
  const said: string[] = [];
  for (const incoming of sent) {
    const { body, ...reply } = (await respond(incoming)).reply;
    said.push(`${JSON.stringify(reply)} ${body.toString('latin1')}`);
  }
  return said;
}

beforeAll(async () => {
  sent = await requests();
  plain = await replies();
});

test('there are at least 60 faults, of every rule, and 15 variants', () => {
  expect(faults.length).toBeGreaterThanOrEqual(60);
  expect(new Set(faults.map(({ rule }) => rule))).toEqual(new Set(rules));
  expect(variants.length).toBeGreaterThanOrEqual(15);
});

test('names are unique and found', () => {
  const names = [...faultNames, ...variantNames];
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(faultNames.map(findFault)).toEqual(faults);
  expect(variantNames.map(findVariant)).toEqual(variants);
  expect([findFault('no-such-fault'), findVariant('drop-device')]).toEqual([undefined, undefined]);
});

test.each([...faults, ...variants].map((one) => [one.name, one] as const))(
  '%s is named, and told in both languages',
  (name, { text }) => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(text.en).not.toBe('');
    expect(text.zh).toMatch(/\p{Script=Han}/u);
  },
);

test('no text is used twice', () => {
  for (const lang of ['en', 'zh'] as const) {
    const texts = [...faults, ...variants].map(({ text }) => text[lang]);
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([]);
  }
});

describe('variants', () => {
  test.each(variants.map((variant) => [variant.name, variant] as const))(
    '%s changes a reply',
    async (_name, variant) => expect(await replies(variant)).not.toEqual(plain),
  );

  test('the same requests without one get the same replies', async () => {
    expect(await replies()).toEqual(plain);
  });
});

test('what a fault remembers, it remembers of one service', async () => {
  const fault = findFault('refuse-repeats');
  const [first = ''] = await replies(fault);
  expect(await replies(fault)).toContain(first);
  expect(first).toContain('"code":200');
});
