import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** Linux counts in ticks, of which there are so many a second on every machine that Node runs on. */
const ticksPerSecond = 100;

/** Where `steal` stands in the first line, after its name. */
const place = 8;

/**
 * Seconds for which the host of a virtual machine ran others while this one had work, all cores together, since it
 * started; undefined when the text of `/proc/stat` does not tell.
 */
export function stolenSeconds(stat: string): number | undefined {
  const fields = stat.slice(0, stat.indexOf('\n')).split(/ +/);
  const ticks = Number(fields[place]);
  return fields[0] === 'cpu' && Number.isFinite(ticks) ? ticks / ticksPerSecond : undefined;
}

function readStolen(): number | undefined {
  try {
    return stolenSeconds(readFileSync('/proc/stat', 'utf8'));
  } catch {
    return undefined;
  }
}

/** Watches from now on what the host takes; what comes back tells it, in cores: 0.2 is a fifth of one core's time. */
export function watchStolen(): () => number | undefined {
  const before = readStolen();
  const start = performance.now();
  return () => {
    const now = readStolen();
    const seconds = (performance.now() - start) / 1000;
    return before === undefined || now === undefined || seconds === 0 ? undefined : (now - before) / seconds;
  };
}
