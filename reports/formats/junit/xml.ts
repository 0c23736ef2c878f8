import { XMLBuilder } from 'fast-xml-parser';
import type { Result, TestCase, TestSuite } from './test-suite.ts';

const prefix = '@';
const textName = '#text';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: prefix,
  textNodeName: textName,
  format: true,
  suppressEmptyNode: true,
});

/** What XML 1.0 has no way to write, in an escape that people know. */
function writable(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    })
    .replace(/\r\n?/g, '\n');
}

/** An attribute is one line: parsers make a space of a line break in it. */
function attributes(values: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      prefix + name,
      writable(String(value)).replace(/\s+/g, ' '),
    ]),
  );
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** A skipped test has no attributes: an older edition of the schema does not know them. */
function resultElement({ kind, type, message, text }: Result) {
  const content = { [textName]: writable(text) };
  return { [kind]: kind === 'skipped' ? content : { ...attributes({ type, message }), ...content } };
}

function caseElement({ name, durationMs, result }: TestCase, classname: string) {
  return {
    ...attributes({ name, classname, time: seconds(durationMs) }),
    ...(result && resultElement(result)),
  };
}

/** How many tests there were, and what became of them. */
function countsOf(cases: readonly TestCase[]) {
  const count = (kind: Result['kind']) => cases.filter(({ result }) => result?.kind === kind).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error') };
}

function timeOf(cases: readonly TestCase[]): string {
  return seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0));
}

function suiteElement({ name, startedAt, properties, cases }: TestSuite) {
  const skips = cases.filter(({ result }) => result?.kind === 'skipped').length;
  const facts = {
    ...countsOf(cases),
    skipped: skips,
    time: timeOf(cases),
    timestamp: startedAt.slice(0, 19),
  };
  const entries = Object.entries(properties);
  return {
    ...attributes({ name, ...facts }),
    ...(entries.length > 0 && {
      properties: { property: entries.map(([key, value]) => attributes({ name: key, value })) },
    }),
    testcase: cases.map((one) => caseElement(one, name)),
  };
}

/** Test suites as the XML that CI servers read. */
export function junitXml(suites: readonly TestSuite[]): string {
  const cases = suites.flatMap((suite) => suite.cases);
  return builder.build({
    '?xml': attributes({ version: '1.0', encoding: 'UTF-8' }),
    testsuites: {
      ...attributes({ name: 'pkdk', ...countsOf(cases), time: timeOf(cases) }),
      testsuite: suites.map(suiteElement),
    },
  });
}
