import { operationPath } from '../../contracts/contract.ts';
import type { Call } from '../../contracts/exchange.ts';
import { startForked } from '../../contracts/reference/forked.ts';
import { referenceAccount } from '../../generators/devices.ts';
import { type AnswerKind, answerTo, fixedAnswers, fixedCalls, referenceCalls } from './fixed-answers.ts';
import { scenario } from './freezing.ts';
import { type Generator, startGenerator } from './generator.ts';
import { startNginx } from './nginx.ts';
import type { Checks } from './order.ts';
import { pinServer } from './pinned.ts';
import { startStopping } from './stopping.ts';

/** The servers, and the generators that send to them. */
export interface World {
  readonly generators: Readonly<Record<Checks | 'bare', Generator>>;
  /** To nginx. */
  fixedCalls(kind: AnswerKind, batchSize: number): readonly Call[];
  /** To a reference service that answers at once. */
  serviceCalls(batchSize: number): readonly Call[];
  /** A server to be stopped. */
  readonly stopping: { readonly pid: number; readonly calls: readonly Call[] };
  close(): Promise<void>;
}

/** Starts everything. */
export async function openWorld(nginxBinary: string, batchSizes: readonly number[]): Promise<World> {
  const running: { stop(): Promise<void> | void }[] = [];
  const started = <T extends { stop(): Promise<void> | void }>(one: T): T => {
    running.push(one);
    return one;
  };
  const close = async () => {
    await Promise.all(running.splice(0).map((one) => one.stop()));
  };
  try {
    const nginx = started(await startNginx(nginxBinary, fixedAnswers(batchSizes)));
    const service = started(await startForked({ account: referenceAccount() }));
    pinServer(service.pid);
    const stopping = started(await startStopping({ answer: answerTo(1, 0), serviceMs: scenario.serviceMs }));
    pinServer(stopping.pid);
    return {
      generators: {
        checked: started(await startGenerator()),
        plain: started(await startGenerator()),
        unchecked: started(await startGenerator()),
        bare: started(await startGenerator()),
      },
      fixedCalls: (kind, batchSize) => fixedCalls(nginx.url, kind, batchSize),
      serviceCalls: (batchSize) =>
        referenceCalls(service.url + operationPath, service.tokens.valid, batchSize),
      stopping: { pid: stopping.pid, calls: fixedCalls(stopping.url, 'repeating', 1).slice(0, 1) },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
