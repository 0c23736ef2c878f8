import type { Batch } from '../../contracts/batch.ts';
import { expect } from '../matchers.ts';
import type { Session } from '../session.ts';

/** Sends batches one after the other; every answer must keep every rule. */
export async function askInTurn(session: Session, batches: readonly Batch[]): Promise<void> {
  for (const batch of batches) {
    const answer = await session.ask(batch);
    expect(answer).toSatisfyContract();
  }
}
