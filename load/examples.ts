import type { Judgement } from '../contracts/checks/registry.ts';
import type { Exchange } from '../contracts/exchange.ts';
import type { RecordedExchange } from '../contracts/record.ts';
import { recordedExchange } from '../contracts/recorded.ts';
import type { Redactor } from '../contracts/secrets.ts';

/** The way in which an answer was bad. */
export function kindOfBad({ outcome, findings: [first] }: Judgement): string {
  return first ? `${first.rule} ${first.params.kind}` : outcome;
}

/** Keeps one example of each way in which answers were bad. */
export function exampleKeeper(redactor: Redactor) {
  const examples = new Map<string, RecordedExchange>();
  return {
    examples,
    keep(exchange: Exchange, judgement: Judgement): void {
      const kind = kindOfBad(judgement);
      if (examples.has(kind)) return;
      examples.set(kind, recordedExchange(`load-${examples.size + 1}`, exchange, judgement, redactor));
    },
  };
}
