import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { reasonOf } from '../../contracts/errors.ts';
import { fill, type Lang } from '../../contracts/text.ts';
import { installed } from './install.ts';
import { machineLine } from './machine.ts';
import { measureParts, type OnStep, parts } from './measure-parts.ts';
import { writeReadme } from './readme.ts';
import { noResults, pace, type Results } from './results.ts';
import { full, quick } from './size.ts';
import { asMarkdown, asText, type Table } from './table.ts';
import { freezeTable, pacingTable, throughputTable } from './tables.ts';
import { targetTable } from './targets.ts';
import { texts } from './texts.ts';
import type { Disturbance } from './undisturbed.ts';
import { openWorld } from './world.ts';

/** `npm run bench -- [--quick] [--markdown] [--readme] [--lang zh] [--only pacing,freezing]`: what load costs, and how true it is. */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    markdown: { type: 'boolean' },
    readme: { type: 'boolean' },
    lang: { type: 'string' },
    only: { type: 'string' },
  },
});
const lang: Lang = values.lang === 'zh' ? 'zh' : 'en';
const size = values.quick ? quick : full;
const only = values.only?.split(',');
const wanted = parts.filter((part) => only?.includes(part) ?? true);

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const onStep: OnStep = (what, batchSize, msLeft) => {
  const line = fill(texts.step, lang, {
    what: texts[what],
    size: batchSize,
    minutes: (msLeft / 60_000).toFixed(1),
  });
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
  else say(line);
};

/** Requests that came to nothing, which no throughput is worth. */
function badLines({ nginx, reference, pacing }: Results): string[] {
  const cells = [...nginx, ...reference].map(({ name, batchSize, rounds }) => ({
    name,
    batchSize,
    runs: rounds,
  }));
  return [...cells, ...pacing.map(({ checks: name, ...cell }) => ({ name, ...cell }))].flatMap((cell) => {
    const count = cell.runs.reduce((sum, { bad }) => sum + bad, 0);
    const where = `${cell.batchSize} · ${texts[cell.name][lang]}`;
    return count > 0 ? [fill(texts.bad, lang, { count, where })] : [];
  });
}

function pacedRuns({ pacing }: Results): Disturbance[] {
  return pacing.flatMap(({ runs }) => runs);
}

function freezeRuns({ freezing }: Results): Disturbance[] {
  return Object.values(freezing).flat();
}

function tablesOf(results: Results, lang: Lang): Table[] {
  const tables = [
    targetTable(results, lang),
    throughputTable(results.nginx, 'nginx', lang),
    throughputTable(results.reference, 'reference', lang),
    pacingTable(results.pacing, lang),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function report(results: Results): string {
  const freezing = freezeTable(results.freezing, lang);
  const tables = [...tablesOf(results, lang), ...(freezing.rows.length > 0 ? [freezing] : [])];
  const shown = tables.map(values.markdown ? asMarkdown : asText);
  const runs = [...pacedRuns(results), ...freezeRuns(results)];
  return [machineLine(runs, lang), ...badLines(results), ...shown].join('\n\n');
}

/** What goes into the README of a language, by the name of its place; parts that were not measured stay as they are. */
function readmeOf(results: Results, lang: Lang): Record<string, string> {
  const isWhole = results.nginx.length > 0 && results.reference.length > 0 && results.pacing.length > 0;
  const freezing = [asMarkdown(freezeTable(results.freezing, lang)), machineLine(freezeRuns(results), lang)];
  const [targets = '', ...rest] = tablesOf(results, lang).map(asMarkdown);
  const folded = ['<details>', `<summary>${texts.figures[lang]}</summary>`, ...rest, '</details>'];
  return {
    ...(results.freezing.openLoop.length > 0 && { freezing: freezing.join('\n\n') }),
    ...(isWhole && { all: [machineLine(pacedRuns(results), lang), targets, ...folded].join('\n\n') }),
  };
}

const programs = { nginx: installed('nginx', 'nginx-light', say), wrk: installed('wrk', 'wrk', say) };
const batchSizes = [...new Set([...size.batchSizes, ...pace.batchSizes])];
const world = await openWorld(programs.nginx, batchSizes);
const results = noResults();
const interrupted = once(process, 'SIGINT').then(() => 130);
const measured = measureParts(wanted, world, programs.wrk, size, onStep, results).then(() => 0);
try {
  process.exitCode = await Promise.race([measured, interrupted]);
} catch (error) {
  say(reasonOf(error));
  process.exitCode = 1;
} finally {
  await world.close();
}
process.stdout.write(`${report(results)}\n`);
if (values.readme && process.exitCode === 0)
  for (const lang of ['en', 'zh'] as const) writeReadme(lang, readmeOf(results, lang));
process.exit();
