import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { importPages } from './import.ts';
import { page } from './pages.ts';

const published = readFileSync(
  new URL('../source/batch-get-pure-bt-reset-credentials.zh.md', import.meta.url),
  'utf8',
);
const texts = [
  published,
  page({ edition: 'api', status: ['200|OK|Lamp data«X»', '404|No|', '5901|no lamp|'] }),
  page({
    address: '/lamps/{no}',
    response: ['data||灯|灯', '>near||array|灯'],
    responseExample: '{"data": {"near": [{}]}}',
  }),
  page({
    address: '/lamps/{id}/dim',
    method: 'PUT',
    requestType: 'multipart/form-data',
    request: ['f|f|formData|true|file|', 'Authorization||header|false|string|'],
  }),
  page({
    address: '/maps',
    method: 'DELETE',
    request: ['m|m|body|true|M|M', '>k|可用值:A,B||true|string|'],
    requestExample: '{"additionalProperties1": {"k": ""}}',
  }),
  page({
    address: '',
    method: 'HEAD',
    response: [],
    responseExample: '{ "text" }',
    status: ['404|No|', '200|OK|string'],
  }),
  page({
    address: '/x/{a}/{a}',
    method: 'PATCH',
    response: ['__proto__||string|', 'a b/c||X/Y|X/Y', '>$ref||string|'],
    responseExample: '',
  }),
];

test('what an import writes passes a strict linter', async () => {
  const { document } = importPages(texts.map((text, index) => ({ file: `${index}.md`, text })));
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  // A page names neither a licence, nor errors of HTTP; nor does it stay out of `/maps` and `/{id}`.
  const silent = new Set(['info-license', 'operation-4xx-response', 'no-server-example.com']);
  expect(
    problems
      .filter(({ ruleId }) => !silent.has(ruleId))
      .map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
  ).toEqual([]);
});
