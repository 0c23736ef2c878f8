import { main } from './cli/main.ts';
import { exitCodes } from './contracts/errors/entry.ts';

const controller = new AbortController();
const stop = () => (controller.signal.aborted ? process.exit(exitCodes.interrupted) : controller.abort());
process.on('SIGINT', stop).on('SIGTERM', stop);

const { env, stdout, stderr } = process;
process.exitCode = await main(process.argv.slice(2), { env, stdout, stderr, signal: controller.signal });
