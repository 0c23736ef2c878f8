import type { TestInfo } from '@playwright/test';
import type { TestResult } from '@playwright/test/reporter';
import type { RecordedExchange } from '../contracts/record.ts';

const name = 'exchange';

/** Attaches an exchange to a test, for the trace of the run and for the reporter. */
export function attachExchange(testInfo: TestInfo, recorded: RecordedExchange): Promise<void> {
  return testInfo.attach(name, { contentType: 'application/json', body: JSON.stringify(recorded) });
}

/** The exchanges attached to a test, in the order they were made. */
export function attachedExchanges({ attachments }: TestResult): RecordedExchange[] {
  return attachments
    .filter((attachment) => attachment.name === name && attachment.body)
    .map(({ body }): RecordedExchange => JSON.parse(String(body)));
}
