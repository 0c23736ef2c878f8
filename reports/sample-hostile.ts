import type { Case, LoadRecord, SuiteRecord } from '../contracts/record.ts';
import { brokenSuite, exchange, foreignSucceeded } from './sample-suites.ts';
import { brokenLoad } from './sample-sweeps.ts';

/** Markup that shows in `window.hacked` if it is ever taken for markup. */
export const attack = `</pre></title></style><script>window.hacked=1</script><img src=x onerror="window.hacked=1">'"`;

/** Text that would turn around what stands after it, with control characters. */
export const rightToLeft = '\u202eoverride \u05e9\u05dc\u05d5\u05dd\u0000\u0007\u001b[31m';

export const longKey = 'k'.repeat(10_000);

const message = `${attack} ${rightToLeft} ${longKey}`;
const finding = { ...foreignSucceeded, message, at: `/${attack}`, params: { kind: 'none', dk: longKey } };
const body = `[{"pk":"${attack}","dk":"${longKey}"}]`;

const failed: Case = {
  id: attack,
  title: `${attack} ${rightToLeft}`,
  suite: attack,
  status: 'failed',
  durationMs: 1,
  findings: [finding],
  error: message,
  exchangeIds: [attack],
};

function hostileExchange(id: string) {
  return exchange(id, {
    curl: message,
    request: { method: 'POST', url: attack, headers: { [attack]: attack }, body },
    response: { status: 200, headers: { [attack]: attack }, body },
    findings: [finding],
  });
}

/** Suites of which every text that comes from outside is hostile. */
export const hostileSuite: SuiteRecord = {
  ...brokenSuite,
  target: { url: `https://x.example/${attack}`, label: attack, referenceService: false },
  settings: { [attack]: message },
  cases: [
    failed,
    { ...failed, status: 'skipped', reason: message },
    { ...failed, status: 'known', known: { owner: attack, until: '2026-11-23', reason: message } },
  ],
  observations: { [attack]: message, 'bad-input.x': message, 'bad-input.y': message },
  observationTexts: { 'bad-input.x': { en: attack, zh: attack } },
  observationChanges: [{ name: attack, before: message, now: message }],
  exchanges: [hostileExchange(attack)],
};

/** Load whose points give a hostile reason. */
export const hostileLoad: LoadRecord = {
  ...brokenLoad,
  points: brokenLoad.points.map((point) => ({ ...point, why: attack })),
};

/** Of so many exchanges one has a long key: records of nothing else are larger than a file can be. */
const longEvery = 20;

/** So many hostile exchanges, each of a case of its own and unlike the others. */
export function manyHostile(count: number): SuiteRecord {
  const parts = Array.from({ length: count }, (_, i) => {
    const id = `${attack}${i}`;
    const dk = i % longEvery === 0 ? longKey : attack;
    const found = { ...finding, message: `${attack} ${i} ${dk}`, at: `/${i}`, params: { kind: 'none', dk } };
    const body = `[{"pk":"${id}","dk":"${dk}"}]`;
    const one = hostileExchange(id);
    return {
      case: { ...failed, id, title: `${failed.title} ${i}`, findings: [found], exchangeIds: [id] },
      exchange: { ...one, curl: body, request: { ...one.request, body }, findings: [found] },
    };
  });
  return {
    ...hostileSuite,
    cases: parts.map((part) => part.case),
    exchanges: parts.map(({ exchange }) => exchange),
  };
}
