import type { Exchange } from '../exchange.ts';
import type { Finding, Rule, Severity } from '../finding.ts';
import { fill, type Params, type Text } from '../text.ts';
import type { View } from './view.ts';

/**
 * What a check can find: its words, how grave it is, and what should have come beside what came.
 * There, `{there}` is the value that the finding's pointer leads to.
 */
export type Kind = Text & { readonly severity: Severity; readonly expected: Text; readonly received: Text };

/** One rule of the contract: pure, and silent about an answer that keeps it. */
export interface Check {
  readonly rule: Rule;
  readonly title: Text;
  /** What the rule asks of an answer, a sentence. */
  readonly demand: Text;
  readonly kinds: Readonly<Record<string, Kind>>;
  inspect(view: View): Finding[];
  /** What there is to say of an exchange without an answer. */
  inspectFailure(exchange: Exchange): Finding[];
}

/** A check that can also make findings which take more than one answer to see. */
export interface DefinedCheck<K extends string> extends Check {
  finding(kind: K, at: string, params: Params): Finding;
}

/** A value longer than this tells a reader nothing more. */
const maxValueLength = 200;

function shortened(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const isLong = typeof value === 'string' && value.length > maxValueLength;
      return [name, isLong ? `${value.slice(0, maxValueLength)}… (${value.length})` : value];
    }),
  );
}

type Report<K extends string> = (kind: K, at?: string, params?: Params) => void;

/** Makes a check of its table of kinds and of a function that reports what it finds. */
export function defineCheck<K extends string>(definition: {
  readonly rule: Rule;
  readonly title: Text;
  readonly demand: Text;
  readonly kinds: Readonly<Record<K, Kind>>;
  inspect(view: View, report: Report<K>): void;
  inspectFailure?(exchange: Exchange, report: Report<K>): void;
}): DefinedCheck<K> {
  const { rule, title, demand, kinds } = definition;
  const finding = (kind: K, at: string, given: Params): Finding => {
    const params = shortened(given);
    const message = fill(kinds[kind], 'en', params);
    return { rule, severity: kinds[kind].severity, at, message, params: { ...params, kind } };
  };
  const reported = (inspection: (report: Report<K>) => void) => {
    const findings: Finding[] = [];
    inspection((kind, at = '', params = {}) => findings.push(finding(kind, at, params)));
    return findings;
  };
  return {
    rule,
    title,
    demand,
    kinds,
    finding,
    inspect: (view) => reported((report) => definition.inspect(view, report)),
    inspectFailure: (exchange) => reported((report) => definition.inspectFailure?.(exchange, report)),
  };
}
