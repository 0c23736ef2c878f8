import { cpus, loadavg } from 'node:os';
import { fill, type Lang } from '../../contracts/text.ts';
import { isPinned } from './pinned.ts';
import { texts } from './texts.ts';
import { type Disturbance, tolerableCores } from './undisturbed.ts';

const loadBefore = loadavg()[0]?.toFixed(2) ?? '-';

function hostLine(runs: readonly Disturbance[], lang: Lang): string {
  const percent = (cores: number) => Number((cores * 100).toFixed(1));
  return fill(texts.host, lang, {
    putAside: runs.reduce((sum, { putAside }) => sum + putAside, 0),
    runs: runs.length,
    worst: percent(Math.max(0, ...runs.map(({ stolenCores }) => stolenCores))),
    disturbed: runs.filter(({ stolenCores }) => stolenCores > tolerableCores).length,
    tolerable: percent(tolerableCores),
  });
}

/** When, where, and how undisturbed: figures without it say nothing. */
export function machineLine(runs: readonly Disturbance[], lang: Lang, now: Date = new Date()): string {
  const processors = cpus();
  const machine = fill(texts.machine, lang, {
    date: now.toISOString().slice(0, 10),
    cpu: processors[0]?.model.trim() ?? '-',
    cores: processors.length,
    node: process.versions.node,
    load: loadBefore,
    place: isPinned ? texts.pinned : texts.unpinned,
  });
  return runs.length > 0 ? `${machine} ${hostLine(runs, lang)}` : machine;
}
