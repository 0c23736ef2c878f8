import { defineCheck } from './check.ts';

/** Every device that succeeds gets a credential, and a credential belongs to one device only. */
export const credential = defineCheck({
  rule: 'credential',
  title: { en: 'Credential', zh: '凭证' },
  demand: {
    en: 'Every device that succeeds gets a credential of its own.',
    zh: '每台成功的设备都得到只属于自己的凭证。',
  },
  kinds: {
    empty: {
      severity: 'violation',
      en: '{pk} {dk} got no credential',
      zh: '{pk} {dk} 没有得到凭证',
      expected: { en: 'a credential for {pk} {dk}', zh: '{pk} {dk} 的凭证' },
      received: { en: '{there}', zh: '{there}' },
    },
    shared: {
      severity: 'violation',
      en: '{pk} {dk} got the same credential as another device of this answer',
      zh: '{pk} {dk} 与本次应答中的另一台设备凭证相同',
      expected: { en: 'a credential of {pk} {dk} alone', zh: '只属于 {pk} {dk} 的凭证' },
      received: {
        en: '{there}, which another device of this answer has too',
        zh: '{there}，与本次应答中另一台设备的相同',
      },
    },
    moved: {
      severity: 'violation',
      en: '{pk} {dk} got a credential that an earlier answer gave to another device',
      zh: '{pk} {dk} 得到了之前应答中属于另一台设备的凭证',
      expected: { en: 'a credential of {pk} {dk} alone', zh: '只属于 {pk} {dk} 的凭证' },
      received: {
        en: '{there}, which an earlier answer gave to another device',
        zh: '{there}，之前的应答曾给了另一台设备',
      },
    },
    differs: {
      severity: 'violation',
      en: '{pk} {dk} got another credential than in exchange {other}, though credentials last',
      zh: '凭证本应保持不变，但 {pk} {dk} 得到的凭证与请求 {other} 的应答不同',
      expected: {
        en: 'for {pk} {dk} the credential of exchange {other}',
        zh: '{pk} {dk} 的凭证与请求 {other} 的应答相同',
      },
      received: { en: '{there}', zh: '{there}' },
    },
  },
  inspect({ succeeded, settings: { ledger } }, report) {
    const holders = new Map<string, string>();
    for (const { at, pair, fields } of succeeded) {
      const value = fields.resetCredentials;
      const params = { pk: String(fields.pk), dk: String(fields.dk) };
      const pointer = `${at}/resetCredentials`;
      if (typeof value !== 'string' || value.trim() === '') {
        report('empty', pointer, params);
        continue;
      }
      if ((holders.get(value) ?? pair) !== pair) report('shared', pointer, params);
      else if ((ledger?.pairOf(value) ?? pair) !== pair) report('moved', pointer, params);
      holders.set(value, pair);
      ledger?.remember(value, pair);
    }
  },
});
