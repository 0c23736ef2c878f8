import { describeFinding } from '../contracts/checks/registry.ts';
import type { Finding } from '../contracts/finding.ts';
import type { FindingChanges } from '../contracts/finding-changes.ts';
import { grouped } from '../contracts/grouped.ts';
import { isRecord, readJson } from '../contracts/json.ts';
import { outcomeNames } from '../contracts/outcome.ts';
import type { RecordedExchange } from '../contracts/record.ts';
import { fill, type Lang, type Text } from '../contracts/text.ts';
import { elapsed, localeOf } from '../reports/locale.ts';

const texts = {
  broken: { en: '✗ Contract broken', zh: '✗ 违反契约' },
  kept: { en: '✓ Contract kept', zh: '✓ 符合契约' },
  counts: {
    en: '{verdict}; findings: {same} as then, {gone} gone, {new} new',
    zh: '{verdict}；发现：{same} 项依旧，{gone} 项消失，{new} 项新增',
  },
  before: { en: 'then', zh: '当时' },
  after: { en: 'now ', zh: '现在' },
  same: { en: 'same', zh: '依旧' },
  gone: { en: 'gone', zh: '消失' },
  new: { en: 'new ', zh: '新增' },
  code: { en: 'code {code}', zh: '业务码 {code}' },
  noAnswer: { en: 'no answer', zh: '无应答' },
  times: { en: '{count} of {all}', zh: '{all} 次中 {count} 次' },
} as const satisfies Record<string, Text>;

/** What came of an exchange, in a few words for a script. */
export interface Summary {
  readonly outcome: RecordedExchange['outcome'];
  readonly status?: number;
  readonly code?: number;
  readonly sentAt: string;
  readonly totalMs: number;
}

/** An exchange sent again: what was recorded, what came now, and what became of the findings. */
export interface Replay {
  readonly isBroken: boolean;
  readonly before: RecordedExchange;
  readonly after: readonly RecordedExchange[];
  readonly changes: FindingChanges;
}

/** What came of an exchange. */
export function summaryOf({ outcome, response, sentAt, totalMs }: RecordedExchange): Summary {
  const answer = readJson(response?.body ?? '');
  const code = isRecord(answer) ? answer.code : undefined;
  return {
    outcome,
    ...(response && { status: response.status }),
    ...(typeof code === 'number' && { code }),
    sentAt: new Date(sentAt).toISOString(),
    totalMs,
  };
}

function answerWords(exchange: RecordedExchange, lang: Lang): string[] {
  const { outcome, status, code } = summaryOf(exchange);
  return [
    outcomeNames[outcome][lang],
    status === undefined ? texts.noAnswer[lang] : `HTTP ${status}`,
    ...(code === undefined ? [] : [fill(texts.code, lang, { code })]),
  ];
}

/** The answers in words, each kind once. */
function afterLines(after: readonly RecordedExchange[], lang: Lang): string[] {
  const { list } = localeOf(lang);
  const kinds = grouped(after, (exchange) => list(answerWords(exchange, lang)));
  return [...kinds].map(([kind, alike]) => {
    const times = alike.map(({ totalMs }) => totalMs);
    const [least, most] = [elapsed(Math.min(...times)), elapsed(Math.max(...times))];
    const count =
      after.length === 1 ? '' : `${fill(texts.times, lang, { count: alike.length, all: after.length })}  `;
    return `${texts.after[lang]}  ${count}${list([kind, least === most ? least : `${least}–${most}`])}`;
  });
}

/** A replay as a person reads it. */
export function replayWords({ isBroken, before, after, changes }: Replay, lang: Lang): string {
  const { list, moment } = localeOf(lang);
  const line = (label: keyof FindingChanges, finding: Finding, answers = after.length) => {
    const count =
      answers === after.length ? '' : `  ${fill(texts.times, lang, { count: answers, all: after.length })}`;
    const words = describeFinding(finding, lang);
    return `${texts[label][lang]}${count}  ${finding.rule}  ${finding.at || '/'}  ${words}`;
  };
  const { same, gone, new: added } = changes;
  return [
    fill(texts.counts, lang, {
      verdict: texts[isBroken ? 'broken' : 'kept'],
      same: same.length,
      gone: gone.length,
      new: added.length,
    }),
    `${texts.before[lang]}  ${list([...answerWords(before, lang), elapsed(before.totalMs), moment(summaryOf(before).sentAt)])}`,
    ...afterLines(after, lang),
    ...same.map(({ finding, answers }) => line('same', finding, answers)),
    ...gone.map((finding) => line('gone', finding)),
    ...added.map(({ finding, answers }) => line('new', finding, answers)),
  ].join('\n');
}
