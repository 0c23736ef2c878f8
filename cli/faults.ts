import { exitCodes } from '../contracts/errors/entry.ts';
import { type FaultsRecord, type MatrixRow, recordHead, writeRecord } from '../contracts/record.ts';
import { fill, type Text } from '../contracts/text.ts';
import { faults } from '../suites/faults/faults.ts';
import { variants } from '../suites/faults/variants.ts';
import { playAll } from '../suites/play-all.ts';
import { type Action, type Context, inNewRun, type NewRun } from './context.ts';
import { conclude } from './outcome.ts';

const texts = {
  playing: { en: '{done} of {all} played: {name}', zh: '已完成 {done}/{all}：{name}' },
  reference: { en: 'reference service', zh: '参考服务' },
} as const satisfies Record<string, Text>;

const names = [...faults, ...variants].map(({ name }) => name);

/** How a process ends after the matrix. */
function exitCodeOf(rows: readonly MatrixRow[], interrupted: boolean): number {
  if (interrupted) return exitCodes.interrupted;
  return rows.every(({ verdict }) => verdict === 'caught' || verdict === 'passed')
    ? exitCodes.ok
    : exitCodes.broken;
}

async function playMatrix(context: Context, { id, folder }: NewRun): Promise<number> {
  const { settings, signal, terminal } = context;
  const { lang, seed, given } = settings;
  const target = { url: 'http://127.0.0.1', label: texts.reference[lang], referenceService: true };
  const head = recordHead({ target, settings: given, seed }, id);
  const rows: MatrixRow[] = [];
  for await (const row of playAll(names, seed, signal)) {
    rows.push(row);
    terminal.status(fill(texts.playing, lang, { done: rows.length, all: names.length, name: row.name }));
    if (row.verdict !== 'caught' && row.verdict !== 'passed') terminal.say(`${row.verdict}: ${row.name}`);
  }
  const order = new Map(names.map((name, i) => [name, i]));
  const record: FaultsRecord = {
    ...head,
    kind: 'faults',
    finishedAt: new Date().toISOString(),
    interrupted: signal.aborted,
    rows: rows.toSorted((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0)),
  };
  writeRecord(folder, record);
  return conclude(context, folder, { faults: record }, exitCodeOf(rows, signal.aborted));
}

/** `faults`: every fault and every correct variant against all suites; what caught what, as a record and a page. */
export const action: Action = (context) => inNewRun(context.settings, (run) => playMatrix(context, run));
