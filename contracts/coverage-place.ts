import type { Text } from './text.ts';

/** The kinds of coverage points, in the order of the contract, and what stands in the rows of each. */
export const coverageGroups = {
  outcome: { en: 'Outcomes', zh: '结果' },
  code: { en: 'Business codes', zh: '业务码' },
  token: { en: 'Tokens', zh: 'token' },
  request: { en: 'Request: schema', zh: '请求：模式' },
  answer: { en: 'Answer: fields, by business code', zh: '应答：字段（按业务码）' },
} as const satisfies Record<string, Text>;

export type CoverageGroup = keyof typeof coverageGroups;

/** Where a point stands among those of its kind; a column without a name is the only one. */
export interface CoveragePlace {
  readonly group: CoverageGroup;
  readonly row: string;
  readonly column: string;
}

function isGroup(name: string): name is CoverageGroup {
  return Object.hasOwn(coverageGroups, name);
}

/** The place of a point by its stable id (`coverage-points.ts` makes them); none of an id of another version. */
export function placeOfPoint(id: string): CoveragePlace | undefined {
  const [group = '', ...words] = id.split(' ');
  if (!isGroup(group) || words.length === 0) return undefined;
  if (group === 'request') return { group, row: words.slice(0, -1).join(' '), column: words.at(-1) ?? '' };
  if (group === 'answer') return { group, row: words.slice(1).join(' '), column: words[0] ?? '' };
  return { group, row: words.join(' '), column: '' };
}
