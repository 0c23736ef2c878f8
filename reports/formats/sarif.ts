import { createHash } from 'node:crypto';
import type { Invocation, Log, Notification, ReportingDescriptor, Result, ToolComponent } from 'sarif';
import { checks } from '../../contracts/checks/registry.ts';
import { descriptionFile, descriptionLine } from '../../contracts/described-at.ts';
import { type Lang, langs } from '../../contracts/text.ts';
import { knownLine } from '../contract-page/known-cases.ts';
import { localeOf } from '../locale.ts';
import { type Records, wasInterrupted } from '../model.ts';
import { partsOf } from '../run-rows.ts';
import { languageTags } from '../texts.ts';
import { aboutRun, type Issue, issueTitle, maxCases, sayCases } from './issue.ts';
import { issuesOf } from './issues.ts';

/** In a message, braces stand for arguments and brackets before a parenthesis for a link: these are neither. */
function plain(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replace(/\[(?=[^\]]*\]\()/g, '\\[');
}

/** Everything that a rule may find, for the rules of the contract. */
function helpOf(rule: Issue['rule'], lang: Lang): string {
  const check = checks.find((one) => one.rule === rule);
  const kinds = Object.values(check?.kinds ?? {}).map((kind) => kind[lang].replace(/\{(\w+)\}/g, '<$1>'));
  return plain([issueTitle(rule)[lang], ...kinds.map((kind) => `- ${kind}`)].join('\n'));
}

function descriptorOf(rule: Issue['rule'], lang: Lang): ReportingDescriptor {
  return {
    id: rule,
    shortDescription: { text: plain(issueTitle(rule)[lang]) },
    help: { text: helpOf(rule, lang) },
  };
}

/** The rules in one language. */
function component(rules: readonly Issue['rule'][], lang: Lang): ToolComponent {
  return {
    name: 'pkdk-testkit',
    language: languageTags[lang],
    rules: rules.map((rule) => descriptorOf(rule, lang)),
  };
}

/** The same in every run; GitHub knows an alert again by this name alone, and would else take the line for it. */
function fingerprints({ key }: Issue): Record<string, string> {
  return { primaryLocationLineHash: `${createHash('sha256').update(key).digest('hex').slice(0, 16)}:1` };
}

function resultOf(issue: Issue, rules: readonly Issue['rule'][], lang: Lang): Result {
  const { level, rule, message, pointer = '', cases, replay, known } = issue;
  const named = cases.slice(0, maxCases);
  const text = [message, ...sayCases(issue, localeOf(lang)), ...(replay === undefined ? [] : [replay])];
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level,
    message: { text: text.map(plain).join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: descriptionFile, uriBaseId: '%SRCROOT%' },
          region: { startLine: descriptionLine(pointer) },
        },
        logicalLocations: named.map((fullyQualifiedName) => ({ fullyQualifiedName, kind: 'test' })),
      },
    ],
    partialFingerprints: fingerprints(issue),
    ...(cases.length > 0 && { occurrenceCount: cases.length }),
    ...(known && {
      suppressions: [
        {
          kind: 'external' as const,
          status: 'accepted' as const,
          justification: knownLine({ known }, localeOf(lang)),
        },
      ],
    }),
  };
}

function notificationOf(issue: Issue, lang: Lang): Notification {
  return {
    level: 'error',
    descriptor: { id: issue.rule },
    message: { text: [issue.message, ...sayCases(issue, localeOf(lang))].map(plain).join('\n') },
  };
}

function invocationOf(records: Records, notifications: Notification[]): Invocation {
  const parts = partsOf(records);
  const times = parts.flatMap(({ startedAt, finishedAt }) => [startedAt, finishedAt]).sort();
  return {
    executionSuccessful: !wasInterrupted(records) && notifications.length === 0,
    ...(times[0] && { startTimeUtc: times[0] }),
    ...(times.at(-1) && { endTimeUtc: times.at(-1) }),
    toolExecutionNotifications: notifications,
  };
}

/** A run as SARIF 2.1.0: what is wrong with the service, at the lines of the description that say otherwise. */
export function renderSarif(records: Records, lang: Lang): string {
  const issues = issuesOf(records, localeOf(lang));
  const ofService = issues.filter(({ rule }) => !aboutRun.has(rule));
  const notifications = issues
    .filter(({ rule }) => aboutRun.has(rule))
    .map((issue) => notificationOf(issue, lang));
  const rules = [...new Set([...checks.map(({ rule }) => rule), ...ofService.map(({ rule }) => rule)])];
  const parts = partsOf(records);
  const [first] = parts;
  const driver: ToolComponent = {
    ...component(rules, lang),
    ...(first && { semanticVersion: first.tool.version }),
    notifications: [...aboutRun].map((rule) => descriptorOf(rule, lang)),
  };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        translations: langs
          .filter((other) => other !== lang)
          .map((other) => ({ ...component(rules, other), associatedComponent: { name: driver.name } })),
        // What stands before the last slash is the category by which GitHub keeps runs of one kind together.
        automationDetails: {
          id: `pkdk-testkit/${parts.map(({ kind }) => kind).join('+')}/${first?.id ?? ''}`,
        },
        columnKind: 'utf16CodeUnits',
        invocations: [invocationOf(records, notifications)],
        results: ofService.map((issue) => resultOf(issue, rules, lang)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}
