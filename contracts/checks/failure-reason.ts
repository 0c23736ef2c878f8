import { defineCheck } from './check.ts';

/** Every device that fails says why. */
export const failureReason = defineCheck({
  rule: 'failure-reason',
  title: { en: 'Reason of failure', zh: '失败原因' },
  kinds: {
    missing: {
      severity: 'violation',
      en: '{pk} {dk} failed without a reason',
      zh: '{pk} {dk} 失败但没有说明原因',
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
