import { contractErrors } from './contract-errors.ts';
import { deviceErrors } from './device-errors.ts';
import { settingErrors } from './setting-errors.ts';
import { targetErrors } from './target-errors.ts';

/** Every error of misuse or environment. Codes are stable; messages may be reworded. */
export const errorTable = { ...settingErrors, ...deviceErrors, ...targetErrors, ...contractErrors } as const;
