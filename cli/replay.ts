import { exitCodes } from '../contracts/errors/entry.ts';
import { findingChanges } from '../contracts/finding-changes.ts';
import { textOf } from '../contracts/flags.ts';
import { parseInteger } from '../contracts/numbers.ts';
import type { RecordedExchange } from '../contracts/record.ts';
import { shellWord } from '../contracts/shell.ts';
import { fill, type Lang, type Text } from '../contracts/text.ts';
import type { Target } from '../generators/target.ts';
import type { Action, Context } from './context.ts';
import { type Found, findExchange } from './find-exchange.ts';
import { replayWords, summaryOf } from './replay-words.ts';
import { type Judging, judgingOf, resend, targetFor } from './resend.ts';

const texts = {
  sending: { en: '{done} of {all} sent', zh: '已发送 {done}/{all}' },
  elsewhere: {
    en: 'Recorded on {then}, with devices of an account there; {now} may rightly answer otherwise.',
    zh: '该交换录制于 {then}，设备属于那里的账号；{now} 的应答不同未必有误。',
  },
  compared: {
    en: 'Findings that its case made by comparing answers: {count}. One exchange cannot show them; the whole case again: {command}',
    zh: '其所属用例有 {count} 项发现来自多个应答的比较，单个交换无法体现。重新运行整个用例：{command}',
  },
} as const satisfies Record<string, Text>;

/** A service under test is not ours to flood. */
const maxTimes = 100;

/** Kinds of findings that a look at one answer alone never makes. */
const comparing: ReadonlySet<string> = new Set(['otherList', 'differs', 'moved']);

/** What a reader has to know to make something of the comparison. */
export function notesOf({ record, of }: Found, target: Target, lang: Lang): string[] {
  const notes: string[] = [];
  const { url, label, referenceService } = record.target;
  if (url !== target.url && !(referenceService && target.referenceService)) {
    const then = referenceService ? label : url;
    notes.push(fill(texts.elsewhere, lang, { then, now: target.url }));
  }
  const count = of?.findings.filter(({ params }) => comparing.has(params.kind)).length ?? 0;
  if (of && count > 0) {
    const command = `PKDK_SEED=${record.seed} npm run suite -- --grep ${shellWord(of.title)}`;
    notes.push(fill(texts.compared, lang, { count, command }));
  }
  return notes;
}

/** Sends until there are enough answers, or Ctrl-C. */
async function answersOf(
  found: Found,
  target: Target,
  judging: Judging,
  times: number,
  { settings, signal, terminal }: Context,
): Promise<RecordedExchange[]> {
  const answers: RecordedExchange[] = [];
  for await (const answer of resend(found, target, settings, judging, signal)) {
    answers.push(answer);
    terminal.status(fill(texts.sending, settings.lang, { done: answers.length, all: times }));
    if (answers.length === times) break;
  }
  return answers;
}

/** `replay`: a recorded exchange again, its findings then and now. */
export const action: Action = async (context) => {
  const { args, flags, settings, signal, terminal } = context;
  const { lang } = settings;
  const [path = '', id = ''] = args;
  const times = parseInteger('--times', textOf(flags, 'times') ?? '1', 1, maxTimes);
  const found = findExchange(path, id);
  const target = await targetFor(found, settings, textOf(flags, 'to'));
  try {
    const judging = judgingOf(found, settings, target);
    const { exchange: before } = found;
    const after = await answersOf(found, target, judging, times, context);
    if (after.length === 0) return exitCodes.interrupted;
    const findings = after.map((answer) => answer.findings);
    const changes = findingChanges(before.findings, findings);
    const isBroken = findings.flat().some(({ severity }) => {
      return severity === 'violation' || (judging.strict && severity === 'drift');
    });
    const exitCode = signal.aborted ? exitCodes.interrupted : isBroken ? exitCodes.broken : exitCodes.ok;
    const notes = notesOf(found, target, lang);
    if (flags.json) {
      const told = { exitCode, id, url: target.url, before: summaryOf(before), after: after.map(summaryOf) };
      terminal.print(JSON.stringify({ ...told, ...changes, notes }, null, 1));
      return exitCode;
    }
    terminal.print(replayWords({ isBroken, before, after, changes }, lang));
    for (const note of notes) terminal.say(note);
    return exitCode;
  } finally {
    await target.close();
  }
};
