import { defineCheck } from './check.ts';

/** Every device that fails says why. */
export const failureReason = defineCheck({
  rule: 'failure-reason',
  title: { en: 'Reason of failure', zh: '失败原因' },
  demand: { en: 'Every device that fails says why.', zh: '每台失败的设备都说明原因。' },
  kinds: {
    missing: {
      severity: 'violation',
      en: '{pk} {dk} failed without a reason',
      zh: '{pk} {dk} 失败但没有说明原因',
      expected: { en: 'why {pk} {dk} failed', zh: '{pk} {dk} 失败的原因' },
      received: { en: '{there}', zh: '{there}' },
    },
  },
  inspect({ failed }, report) {
    for (const { at, fields } of failed) {
      const { pk, dk, msg } = fields;
      if (typeof msg === 'string' && msg.trim() !== '') continue;
      report('missing', `${at}/msg`, { pk: String(pk), dk: String(dk) });
    }
  },
});
