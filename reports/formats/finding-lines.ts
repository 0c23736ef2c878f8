import { describeFinding, ruleTitles } from '../../contracts/checks/registry.ts';
import { sidesOf } from '../../contracts/checks/sides.ts';
import type { Finding } from '../../contracts/finding.ts';
import type { RecordedExchange, RunRecord } from '../../contracts/record.ts';
import { replayOf } from '../command.ts';
import { exchangeTitle } from '../exchange-block.ts';
import type { Locale } from '../locale.ts';

/** A finding in a line of plain text: the rule, where, and what. */
export function findingLine(finding: Finding, { say, lang }: Locale): string {
  const { rule, at } = finding;
  const title = ruleTitles.get(rule)?.[lang] ?? rule;
  return `${title} (${rule}) · ${at === '' ? say('wholeAnswer') : at} · ${describeFinding(finding, lang)}`;
}

/** A finding with what should have come, and what came. */
export function findingLines(finding: Finding, body: string | undefined, locale: Locale): string[] {
  const { expected, received } = sidesOf(finding, body, locale.lang);
  const sides = [
    ['expectedSide', expected],
    ['receivedSide', received],
  ] as const;
  return [
    findingLine(finding, locale),
    ...sides.map(([key, value]) => `  ${locale.say('labelled', { label: locale.say(key), value })}`),
  ];
}

/** An exchange in lines of plain text: what came of it, and the commands that send it again. */
export function exchangeLines(exchange: RecordedExchange, record: RunRecord, locale: Locale): string[] {
  const replay = replayOf(record, exchange);
  return [exchangeTitle(exchange, locale), ...(replay === undefined ? [] : [replay]), exchange.curl];
}
