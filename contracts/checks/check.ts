import type { Finding, Rule, Severity } from '../finding.ts';
import { fill, type Params, type Text } from '../text.ts';
import type { View } from './view.ts';

/** What a check can find: its words, and how grave it is. */
export type Kind = Text & { readonly severity: Severity };

/** One rule of the contract: pure, and silent about an answer that keeps it. */
export interface Check {
  readonly rule: Rule;
  readonly title: Text;
  readonly kinds: Readonly<Record<string, Kind>>;
  inspect(view: View): Finding[];
}

type Report<K extends string> = (kind: K, at?: string, params?: Params) => void;

/** Makes a check of its table of kinds and of a function that reports what it finds. */
export function defineCheck<K extends string>(definition: {
  readonly rule: Rule;
  readonly title: Text;
  readonly kinds: Readonly<Record<K, Kind>>;
  inspect(view: View, report: Report<K>): void;
}): Check {
  const { rule, title, kinds } = definition;
  return {
    rule,
    title,
    kinds,
    inspect(view) {
      const findings: Finding[] = [];
      definition.inspect(view, (kind, at = '', params = {}) => {
        const message = fill(kinds[kind], 'en', params);
        findings.push({ rule, severity: kinds[kind].severity, at, message, params: { ...params, kind } });
      });
      return findings;
    },
  };
}
