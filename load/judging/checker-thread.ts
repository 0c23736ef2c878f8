import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { judge } from '../../contracts/checks/registry.ts';
import type { Call } from '../../contracts/exchange.ts';
import type { CrossedCall, HandedBack, HandedOn, LoadCheckSettings } from './handed-on.ts';

/** The thread of a checker: judges what is handed on, and hands the judgements back. */

let settings: LoadCheckSettings | undefined;
let calls: Call[] = [];

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function callOf({ request, ...call }: CrossedCall): Call {
  return { ...call, request: { ...request, body: bufferOf(request.body) } };
}

function judgeAll({ start, calls: added, answers, bodies }: HandedOn): HandedBack {
  const checkSettings = start ?? settings;
  if (!checkSettings) throw new Error('the checker was never started');
  settings = checkSettings;
  calls = [...(start ? [] : calls), ...added.map(callOf)];
  const bytes = bufferOf(bodies);
  let from = 0;
  return answers.map(({ call: number, status, headers, bodyLength }) => {
    const call = calls[number];
    if (!call) throw new Error(`the checker does not know call ${number}`);
    const body = bytes.subarray(from, from + bodyLength);
    from += bodyLength;
    // When it was sent, and how long it took, is no check's business.
    return judge(
      { ...call, response: { status, headers, body }, sentAt: 0, timings: { totalMs: 0 } },
      checkSettings,
    );
  });
}

// On Linux that is of the calling thread alone, and of the whole process elsewhere. What is sent at a moment goes first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

parentPort?.on('message', (handedOn: HandedOn) => parentPort?.postMessage(judgeAll(handedOn)));
