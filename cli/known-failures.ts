import type { Settings } from '../settings.ts';

/**
 * Reads the known failures of the settings, so that a bad file is told once and before anything is sent; the
 * workers of the suites read them again. Throws KNOWN_FAILURES_UNREADABLE or KNOWN_FAILURES.
 */
export async function checkKnownFailures({ knownFailures }: Settings): Promise<void> {
  if (knownFailures === undefined) return;
  // All cases, and Playwright with them: nobody who has no such file should wait for that.
  const [{ readKnownFailures }, { suites }] = await Promise.all([
    import('../suites/known-failures-file.ts'),
    import('../suites/suites.ts'),
  ]);
  readKnownFailures(knownFailures, suites);
}
