import type { Judgement } from '../../contracts/checks/registry.ts';
import type { Exchange } from '../../contracts/exchange.ts';

/** Whether an exchange failed, or was found fault with. What we aborted ourselves is neither. */
export function isBad({ failure }: Pick<Exchange, 'failure'>, { findings }: Judgement): boolean {
  return findings.length > 0 || (failure !== undefined && failure !== 'aborted');
}
