import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startForked } from '../../contracts/reference/forked.ts';
import { openTransport } from '../../contracts/send.ts';
import { openTarget } from '../../generators/target.ts';
import { openHarness } from '../harness.ts';

/**
 * What a soak keeps in memory: `tsx load/bench/memory.ts --minutes 5`. As many requests as the service answers, each judged,
 * from the generator in this process; the memory in use after collecting garbage, at the beginning and at each tenth.
 */

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' } } });
const durationMs = Number(values.minutes) * 60_000;
const tenths = 10;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

function usedMb(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

const target = await openTarget({}, (account) => startForked({ account }));
const transport = openTransport();
const settings = { seed: 1, tokenErrorStatus: 200, allowHosts: [], caFile: undefined, insecure: false };
const { signal } = new AbortController();
const { harness, close } = openHarness({ target, transport, settings, signal });
let sent = 0;
const seen: { sent: number; mb: number }[] = [];
const timer = setInterval(() => {
  seen.push({ sent, mb: usedMb() });
  process.stderr.write(`${sent} requests, ${seen.at(-1)?.mb.toFixed(1)} MB\n`);
}, durationMs / tenths);
const plan = { batchSize: 10, connections: 10, durationMs, warmupMs: 2000, timeoutMs: 30_000 };
const { point } = await harness.soakPoint(plan, harness.callsOf(10), (counts) => {
  sent = counts.sent;
});
clearInterval(timer);
const [first, last] = [seen[0], seen.at(-1)];
if (first && last) {
  const perMillion = ((last.mb - first.mb) / (last.sent - first.sent)) * 1e6;
  process.stdout.write(
    `${point.counts.sent} requests, ${(last.mb - first.mb).toFixed(2)} MB more; ${perMillion.toFixed(2)} MB a million\n`,
  );
}
await close();
await transport.close();
await target.close();
