import { ToolkitError } from '../../contracts/errors.ts';
import type { Comparison } from './compare.ts';
import { slowdownOf } from './figure.ts';

/** A condition under which a comparison fails. */
export interface Condition {
  readonly text: string;
  holds(comparison: Comparison): boolean;
}

const kinds = {
  load: { en: 'load', zh: '压测' },
  suite: { en: 'the suites', zh: '测试' },
};

/**
 * A figure fails that is shown to be slower, unless its interval stays below what is tolerated. So equal services fail as rarely
 * as they are told apart, one that is slower by just so much fails as surely as that is seen, and a slowdown fails that
 * is not certain to be tolerable.
 */
function slower(text: string, tolerated: number): Condition {
  return {
    text,
    holds: ({ figures }) => {
      if (!figures) throw new ToolkitError('CONDITION_LACKS', { condition: text, kind: kinds.load });
      return figures.some((figure) => figure.word === 'slower' && slowdownOf(figure).most >= tolerated);
    },
  };
}

type Contract = NonNullable<Comparison['contract']>;

const contractConditions = new Map<string, (contract: Contract) => boolean>([
  [
    'new-findings',
    ({ newFindings }) => newFindings.some(({ finding }) => finding.severity !== 'observation'),
  ],
  ['new-failures', ({ cases }) => cases.some(({ head }) => head === 'failed')],
  [
    'changed-observations',
    ({ observations }) => observations.some(({ base, head }) => base !== undefined && head !== undefined),
  ],
  ['coverage', ({ coverage }) => coverage.lost.length > 0],
]);

function conditionOf(text: string): Condition {
  const [, amount] = /^slower(?::(\d+(?:\.\d+)?)%)?$/.exec(text) ?? [];
  if (text.startsWith('slower') && (amount !== undefined || text === 'slower'))
    return slower(text, Number(amount ?? 0) / 100);
  const holds = contractConditions.get(text);
  if (holds) {
    return {
      text,
      holds: ({ contract }) => {
        if (!contract) throw new ToolkitError('CONDITION_LACKS', { condition: text, kind: kinds.suite });
        return holds(contract);
      },
    };
  }
  const known = ['slower:5%', ...contractConditions.keys()].join(', ');
  const expected = { en: `a list of ${known}`, zh: `以下各项的列表：${known}` };
  throw new ToolkitError('SETTING', { name: '--fail-on', value: text, expected });
}

/** The conditions of `--fail-on`, of which there are none without it. Throws SETTING. */
export function parseConditions(text: string | undefined): Condition[] {
  return text === undefined ? [] : text.split(',').map((one) => conditionOf(one.trim()));
}

/** The conditions that a comparison fails by. Throws CONDITION_LACKS. */
export function failedBy(comparison: Comparison, conditions: readonly Condition[]): string[] {
  return conditions.filter(({ holds }) => holds(comparison)).map(({ text }) => text);
}
