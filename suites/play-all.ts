import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, on } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { MatrixRow } from '../contracts/record.ts';
import type { Order } from './matrix-child.ts';

/** Services that play at once in one process: while one of them hangs, the others go on. */
const atOnce = 3;

function startChild(): ChildProcess {
  return fork(fileURLToPath(new URL('matrix-child.ts', import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/**
 * Plays faults and variants by name, a process for each core, and gives the rows as they are done. Ends early when
 * it is aborted. Throws when a process ends by itself.
 */
export async function* playAll(
  names: readonly string[],
  seed: number,
  signal: AbortSignal,
  processes: number = availableParallelism(),
): AsyncGenerator<MatrixRow> {
  const children = Array.from({ length: Math.min(processes, names.length) }, startChild);
  const rows = new EventEmitter<{ row: [MatrixRow]; error: [Error] }>();
  const queue = names.values();
  let ordered = 0;
  const order = (child: ChildProcess) => {
    const { value: name } = signal.aborted ? { value: undefined } : queue.next();
    if (name === undefined) return;
    ordered += 1;
    child.send({ name, seed } satisfies Order);
  };
  for (const child of children) {
    child.on('message', (row: MatrixRow) => {
      order(child);
      rows.emit('row', row);
    });
    child.once('exit', (code) =>
      rows.emit('error', new Error(`a process of the matrix ended with code ${code}`)),
    );
  }
  try {
    const done = on(rows, 'row');
    for (let i = 0; i < atOnce; i++) for (const child of children) order(child);
    for (let yielded = 0; yielded < ordered; yielded++) {
      const { value } = await done.next();
      yield value[0];
    }
  } finally {
    for (const child of children) {
      child.removeAllListeners('exit');
      if (child.connected) child.disconnect();
    }
  }
}
