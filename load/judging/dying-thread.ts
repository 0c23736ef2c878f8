import { parentPort } from 'node:worker_threads';

/** For tests: a checker's thread that ends when it gets something to do. */
parentPort?.once('message', () => process.exit(1));
