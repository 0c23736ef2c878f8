import type { Lang } from '../../../contracts/text.ts';
import { localeOf } from '../../locale.ts';
import type { Records } from '../../model.ts';
import { contractSuites } from './contract-suites.ts';
import { faultsSuite } from './faults-suite.ts';
import { loadSuite } from './load-suite.ts';
import { junitXml } from './xml.ts';

/** A run as JUnit's XML: suites and their cases, load and its thresholds, the matrix of faults. */
export function renderJunit({ suite, load, secondLoad, faults }: Records, lang: Lang): string {
  const locale = localeOf(lang);
  return junitXml([
    ...(suite ? contractSuites(suite, locale) : []),
    ...[load, secondLoad].flatMap((one) => (one ? [loadSuite(one, locale)] : [])),
    ...(faults ? [faultsSuite(faults, locale)] : []),
  ]);
}
