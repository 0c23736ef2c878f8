import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importPages } from './import.ts';
import { page } from './pages.ts';
import { textOf } from './warning.ts';

/** Numbers from 0 to 1, the same ones for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const published = new URL('../source/batch-get-pure-bt-reset-credentials.zh.md', import.meta.url);
const seeds = [
  readFileSync(published, 'utf8'),
  page({
    edition: 'native',
    address: '/a/{b}',
    method: 'PUT',
    request: ['b|b|path|true|string|', 'c|c|body|true|C|C', '>d|||true|array|C'],
  }),
  page({
    status: ['200|OK|地图«X»', '404|No|', '5901|no lamp|'],
    response: ['code||integer|', 'data||X|X', '>n||array|array'],
    responseExample: '{"code":0,"data":{"additionalProperties1":{"n":[[]]}}}',
  }),
  `# P\n\n**HOST**:lamps.test\n\n# t\n\n${page({ heading: '## a' })}\n${page({ heading: '## b', address: '/b', edition: 'api' })}`,
];
const alphabet = [
  '|',
  '*',
  '`',
  '```',
  '\n',
  '&emsp;&emsp;',
  '{',
  '}',
  '<',
  '#',
  '\u0000',
  '\uD800',
  '«',
  '。',
  '__proto__',
  '$&',
  '> ',
  '- ',
  '    ',
  '**请求参数**:',
];

type Random = () => number;
const at = (length: number, random: Random) => Math.floor(random() * length);
const mutations: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, at(text.length, random)),
  (text, random) => text.slice(at(text.length, random)),
  (text, random) => {
    const keyed = text.split('\n').map((line) => ({ line, key: random() }));
    return keyed
      .sort((a, b) => a.key - b.key)
      .map(({ line }) => line)
      .join('\n');
  },
  (text, random) =>
    text
      .split('\n')
      .filter(() => random() > 0.1)
      .join('\n'),
  (text, random) => {
    const place = at(text.length, random);
    return text.slice(0, place) + (alphabet[at(alphabet.length, random)] ?? '') + text.slice(place + 1);
  },
  (text, random) =>
    Array.from(text, (char) => (random() > 0.02 ? char : (alphabet[at(alphabet.length, random)] ?? ''))).join(
      '',
    ),
  (text, random) => {
    const [from, to] = [at(text.length, random), at(text.length, random)];
    return text.slice(0, to) + text.slice(from, from + 400) + text.slice(to);
  },
];

test('no bytes make an import throw: 2,000 seeded mutations', () => {
  for (let seed = 1; seed <= 2000; seed += 1) {
    const random = randomFrom(seed);
    let text = seeds[seed % seeds.length] ?? '';
    for (let round = 0; round <= seed % 3; round += 1)
      text = mutations[at(mutations.length, random)]?.(text, random) ?? '';
    const { document, warnings, refused } = importPages([
      { file: `seed-${seed}`, text },
      { file: 'good', text: page({ address: '/good' }) },
    ]);
    expect(Object.keys(document.paths), `seed ${seed}`).toContain('/good');
    expect(refused.length + Object.keys(document.paths).length, `seed ${seed}`).toBeGreaterThan(1);
    for (const one of warnings)
      expect(textOf(one).zh.includes('{') && !text.includes('{'), `seed ${seed} ${one.kind}`).toBe(false);
  }
});

test.each([
  ['nothing but bytes', String.fromCharCode(...Array.from({ length: 2000 }, (_, index) => index % 256))],
  ['deep quotes', `${'> '.repeat(10_000)}x\n${page()}`],
  ['deep example', page({ responseExample: '['.repeat(50_000) })],
  [
    'deep rows',
    page({
      response: Array.from(
        { length: 300 },
        (_, index) => `${'>'.repeat(index)}f${index}||M${index}|M${index}`,
      ),
    }),
  ],
  [
    'many spaces',
    page({ description: `${' '.repeat(100_000)}x`, response: [`a${' '.repeat(100_000)}b||string|`] }),
  ],
  ['a very long line', page({ description: '*'.repeat(100_000) })],
  [
    'models that each use the next one twice',
    page({ request: ['a|a|body|true|M0|M0'] }).replace(
      '**响应状态**',
      `**schema属性说明**\n\n${Array.from({ length: 60 }, (_, n) => `**M${n}**\n\n|参数名称|类型|schema|\n|---|---|---|\n|a|M${n + 1}|M${n + 1}|\n|b|array|M${n + 1}|\n`).join('\n')}\n\n**响应状态**`,
    ),
  ],
  ['many open brackets', page({ address: '{'.repeat(50_000) })],
])('%s neither throws nor hangs', (_, text) => {
  const { document, refused } = importPages([{ file: 'bad.md', text }]);
  expect(refused.length + Object.keys(document.paths).length).toBe(1);
});
