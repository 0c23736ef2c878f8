import { answerPointer, openapi } from '../contract.ts';
import { differencesFrom } from '../differences.ts';
import { defineCheck } from './check.ts';

const differences = differencesFrom(openapi);

/** Fields that came or went without the published page saying so: nothing is broken, but someone should know. */
export const drift = defineCheck({
  rule: 'drift',
  title: { en: 'Drift', zh: '漂移' },
  demand: {
    en: 'An answer has the documented fields and no others.',
    zh: '应答具有且只有文档中列出的字段。',
  },
  kinds: {
    undocumented: {
      severity: 'drift',
      en: 'the field {field} ({type}) is not documented',
      zh: '字段 {field}（{type}）未在文档中列出',
      expected: { en: 'documented fields alone', zh: '只有文档中列出的字段' },
      received: { en: '{field} ({type}): {there}', zh: '{field}（{type}）：{there}' },
    },
    vanished: {
      severity: 'drift',
      en: 'the field {field} is absent',
      zh: '字段 {field} 不见了',
      expected: { en: 'the field {field}', zh: '字段 {field}' },
      received: { en: 'none in {there}', zh: '{there} 中没有' },
    },
  },
  inspect({ code, json, isOperations }, report) {
    if (!isOperations || code === undefined) return;
    const seen = new Set<string>();
    for (const { kind, at, field, type, schema } of differences(answerPointer(code), json)) {
      const place = [kind, schema, field, type].join(' ');
      // An error need not have everything a success has.
      if (seen.has(place) || (kind === 'vanished' && code !== 200)) continue;
      seen.add(place);
      report(kind, at, { field, type, schema });
    }
  },
});
