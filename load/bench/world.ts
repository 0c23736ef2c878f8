import { operationPath } from '../../contracts/contract.ts';
import type { Call } from '../../contracts/exchange.ts';
import { type ForkedReference, startForked } from '../../contracts/reference/forked.ts';
import type { ServiceTimeModel } from '../../contracts/reference/service-time.ts';
import { referenceAccount } from '../../generators/devices.ts';
import { type AnswerKind, fixedAnswers, fixedCalls, referenceCalls } from './fixed-answers.ts';
import { scenario } from './freezing.ts';
import { type Generator, startGenerator } from './generator.ts';
import { startNginx } from './nginx.ts';
import type { Checks } from './order.ts';
import { pinServer } from './pinned.ts';

/** The servers, and the generators that send to them. */
export interface World {
  readonly generators: Readonly<Record<Checks | 'bare', Generator>>;
  /** To nginx. */
  fixedCalls(kind: AnswerKind, batchSize: number): readonly Call[];
  /** To a reference service that answers at once. */
  serviceCalls(batchSize: number): readonly Call[];
  /** A reference service that takes its time, to be stopped. */
  readonly stopping: { readonly pid: number; readonly calls: readonly Call[] };
  close(): Promise<void>;
}

/** More at once than are under way when it goes on. */
const stoppingServers = 1000;

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
  const startService = async (model?: ServiceTimeModel): Promise<ForkedReference> => {
    const service = started(await startForked({ account: referenceAccount(), ...(model && { model }) }));
    pinServer(service.pid);
    return service;
  };
  const callsTo = ({ url, tokens }: ForkedReference, batchSize: number) =>
    referenceCalls(url + operationPath, tokens.valid, batchSize);
  try {
    const nginx = started(await startNginx(nginxBinary, fixedAnswers(batchSizes)));
    const service = await startService();
    const stopping = await startService({
      baseMs: scenario.serviceMs,
      perDeviceUs: 0,
      servers: stoppingServers,
    });
    return {
      generators: {
        checked: started(await startGenerator()),
        plain: started(await startGenerator()),
        unchecked: started(await startGenerator()),
        bare: started(await startGenerator()),
      },
      fixedCalls: (kind, batchSize) => fixedCalls(nginx.url, kind, batchSize),
      serviceCalls: (batchSize) => callsTo(service, batchSize),
      stopping: { pid: stopping.pid, calls: callsTo(stopping, 1) },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
