import { Worker } from 'node:worker_threads';

/**
 * Starts a thread that runs a file of this project. Workers of Node 20 do not take `.ts` from `--import tsx`, so the
 * thread registers tsx itself.
 */
export function startThread(file: URL): Worker {
  const tsx = import.meta.resolve('tsx/esm/api');
  const code = [
    `import { register } from ${JSON.stringify(tsx)};`,
    'register();',
    `await import(${JSON.stringify(file.href)});`,
  ].join('\n');
  const entry = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  return new Worker(entry, { execArgv: [] });
}
