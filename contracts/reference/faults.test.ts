import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../finding.ts';
import type { Fault } from './fault.ts';
import { faultNames, faults, findFault } from './faults.ts';
import { createInventory } from './inventory.ts';
import { createResponder, type Incoming } from './respond.ts';
import { account, foreign, own, tampered, unknown } from './sample.ts';
import { createTokens } from './tokens.ts';

const tokens = await createTokens();
const inventory = createInventory(account);

/** One request for each thing that a fault may react to. */
async function requests(): Promise<readonly Incoming[]> {
  const body = Buffer.from(JSON.stringify([...own.slice(0, 5), ...foreign, unknown]));
  const valid = await tokens.sign();
  const given = [
    valid,
    tampered(valid),
    await tokens.sign({ exp: 0 }),
    await tokens.sign({ type: 'RefreshToken' }),
  ];
  const authorization = `Bearer ${valid}`;
  return [
    { body, lang: 'zh' },
    ...given.map((token): Incoming => ({ authorization: `Bearer ${token}`, body, lang: 'zh' })),
    { authorization, body: Buffer.from(JSON.stringify(own)), lang: 'zh' },
    { authorization, body: Buffer.from(JSON.stringify(own)), lang: 'zh' },
    { authorization, body: Buffer.from('{}'), lang: 'en' },
  ];
}

let sent: readonly Incoming[];
let faultless: readonly string[];

async function replies(fault?: Fault): Promise<string[]> {
  const respond = createResponder(tokens, inventory, fault);
  const said: string[] = [];
  for (const incoming of sent) {
    const { status, mediaType, body } = (await respond(incoming)).reply;
    said.push(`${status} ${mediaType} ${body.toString('latin1')}`);
  }
  return said;
}

beforeAll(async () => {
  sent = await requests();
  faultless = await replies();
});

test('names are unique and found', () => {
  expect(new Set(faultNames).size).toBe(faults.length);
  expect(faultNames.map(findFault)).toEqual(faults);
  expect(findFault('no-such-fault')).toBeUndefined();
});

test('every rule has a fault', () => {
  expect(new Set(faults.map(({ rule }) => rule))).toEqual(new Set(rules));
});

describe.each(faults.map((fault) => [fault.name, fault] as const))('%s', (name, fault) => {
  test('is named and described', () => {
    expect(name).toMatch(/^[a-z0-9-]+$/);
    expect(rules).toContain(fault.rule);
    expect(fault.text.en).not.toBe('');
    expect(fault.text.zh).toMatch(/\p{Script=Han}/u);
  });

  test('changes an answer', async () => {
    expect(await replies(fault)).not.toEqual(faultless);
  });
});

test('the same requests without a fault get the same replies', async () => {
  expect(await replies()).toEqual(faultless);
});
