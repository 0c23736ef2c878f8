import { cpus, loadavg } from 'node:os';
import { fill, type Lang } from '../../contracts/text.ts';
import { isPinned } from './pinned.ts';
import { texts } from './texts.ts';

const loadBefore = loadavg()[0]?.toFixed(2) ?? '-';

/** When and where: figures without it say nothing. */
export function machineLine(lang: Lang, now: Date = new Date()): string {
  const processors = cpus();
  return fill(texts.machine, lang, {
    date: now.toISOString().slice(0, 10),
    cpu: processors[0]?.model.trim() ?? '-',
    cores: processors.length,
    node: process.versions.node,
    load: loadBefore,
    place: isPinned ? texts.pinned : texts.unpinned,
  });
}
