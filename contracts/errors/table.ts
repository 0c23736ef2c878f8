import { capacityErrors } from './capacity.ts';
import { comparisonErrors } from './comparison.ts';
import { contractErrors } from './contract.ts';
import { deviceErrors } from './device.ts';
import { historyErrors } from './history.ts';
import { knownFailureErrors } from './known-failure.ts';
import { objectiveErrors } from './objective.ts';
import { replayErrors } from './replay.ts';
import { settingErrors } from './setting.ts';
import { targetErrors } from './target.ts';

/** Every error of misuse or environment. Codes are stable; messages may be reworded. */
export const errorTable = {
  ...settingErrors,
  ...deviceErrors,
  ...targetErrors,
  ...contractErrors,
  ...knownFailureErrors,
  ...replayErrors,
  ...objectiveErrors,
  ...capacityErrors,
  ...historyErrors,
  ...comparisonErrors,
} as const;
