import { once } from 'node:events';
import type { ForkedOptions, ForkedReady } from './forked.ts';
import { start } from './service.ts';

// Ctrl-C reaches the whole group of processes; this one ends when its parent lets go of it.
process.on('SIGINT', () => undefined);

const [options]: ForkedOptions[] = await once(process, 'message');
if (options) {
  const { url, tokens, stop } = await start(options);
  process.on('disconnect', () => stop().then(() => process.exit()));
  const ready: ForkedReady = { url, tokens };
  process.send?.(ready);
}
