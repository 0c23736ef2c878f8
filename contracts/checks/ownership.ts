import { defineCheck } from './check.ts';
import { type Item, originsOf } from './view.ts';

/** The caller's devices succeed; those of other accounts and of nobody fail (OWASP API1: object level authorization). */
export const ownership = defineCheck({
  rule: 'ownership',
  title: { en: 'Ownership', zh: '归属' },
  demand: {
    en: "The caller's own devices succeed; those of other accounts and those that exist nowhere fail.",
    zh: '调用者自己的设备成功；其他账号的和不存在的设备失败。',
  },
  kinds: {
    ownFailed: {
      severity: 'violation',
      en: "the caller's own device {pk} {dk} failed: {msg}",
      zh: '调用者自己的设备 {pk} {dk} 失败：{msg}',
      expected: {
        en: "{pk} {dk} in successList: it is the caller's own",
        zh: '{pk} {dk} 在 successList 中：它属于调用者',
      },
      received: { en: 'in failedList: {msg}', zh: '在 failedList 中：{msg}' },
    },
    foreignSucceeded: {
      severity: 'violation',
      en: "another account's device {pk} {dk} succeeded",
      zh: '其他账号的设备 {pk} {dk} 成功了',
      expected: {
        en: "{pk} {dk} in failedList: it is another account's",
        zh: '{pk} {dk} 在 failedList 中：它属于其他账号',
      },
      received: { en: 'in successList', zh: '在 successList 中' },
    },
    unknownSucceeded: {
      severity: 'violation',
      en: 'the device {pk} {dk}, which exists nowhere, succeeded',
      zh: '不存在的设备 {pk} {dk} 成功了',
      expected: {
        en: '{pk} {dk} in failedList: it exists nowhere',
        zh: '{pk} {dk} 在 failedList 中：它不存在',
      },
      received: { en: 'in successList', zh: '在 successList 中' },
    },
    nobodysSucceeded: {
      severity: 'violation',
      en: 'the device {pk} {dk} succeeded, though the request was no list of devices',
      zh: '请求体不是设备列表，设备 {pk} {dk} 却成功了',
      expected: { en: 'no device: the request is no list of devices', zh: '没有设备：请求体不是设备列表' },
      received: { en: '{pk} {dk} in successList', zh: '{pk} {dk} 在 successList 中' },
    },
  },
  inspect({ exchange: { batch }, succeeded, failed }, report) {
    const origins = batch && originsOf(batch);
    const originOf = ({ pair }: Item) => origins?.get(pair);
    const names = ({ fields }: Item) => ({ pk: String(fields.pk), dk: String(fields.dk) });
    for (const item of failed) {
      const msg = String(item.fields.msg);
      if (originOf(item) === 'own') report('ownFailed', item.at, { ...names(item), msg });
    }
    for (const item of succeeded) {
      if (originOf(item) === 'foreign') report('foreignSucceeded', item.at, names(item));
      if (!batch) report('nobodysSucceeded', item.at, names(item));
      if (originOf(item) === 'unknown') report('unknownSucceeded', item.at, names(item));
    }
  },
});
