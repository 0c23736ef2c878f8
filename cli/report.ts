import type { Action } from './context.ts';

/** `report`: of one run, or of all runs below a folder. Each loads what it needs: the formats of the other are many. */
export const action: Action = async (context) => {
  if (context.flags.history === undefined) return (await import('./report-files.ts')).reportFiles(context);
  return (await import('./history.ts')).reportHistory(context);
};
