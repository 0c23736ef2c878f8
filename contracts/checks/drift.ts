import { answerPointer, openapi } from '../contract.ts';
import { differencesFrom } from '../differences.ts';
import { defineCheck } from './check.ts';

const differences = differencesFrom(openapi);

/** Fields that came or went without the published page saying so: nothing is broken, but someone should know. */
export const drift = defineCheck({
  rule: 'drift',
  title: { en: 'Drift', zh: '漂移' },
  kinds: {
    undocumented: {
      severity: 'drift',
      en: 'the field {field} ({type}) is not documented',
      zh: '字段 {field}（{type}）未在文档中列出',
    },
    vanished: { severity: 'drift', en: 'the field {field} is absent', zh: '字段 {field} 不见了' },
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
