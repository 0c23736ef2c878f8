import type { Texts } from './document.ts';
import { mergeShape, mergeTexts } from './merge.ts';
import type { Operation } from './operation.ts';
import type { Shape } from './shape.ts';
import type { Warning, WarningKind } from './warning.ts';

type Note = (operation: Operation, line: number, kind: WarningKind, params: Warning['params']) => void;

/** The first list with what the second says of the same keys; what only one of them has is told. */
function joined<One>(
  first: readonly One[],
  second: readonly One[],
  keyOf: (one: One) => string,
  join: (one: One, other: One) => One,
  onDifference: (key: string) => void,
): One[] {
  const others = new Map(second.map((one) => [keyOf(one), one]));
  const known = new Set(first.map(keyOf));
  for (const key of others.keys()) if (!known.has(key)) onDifference(key);
  return first.map((one) => {
    const other = others.get(keyOf(one));
    if (other === undefined) onDifference(keyOf(one));
    return other === undefined ? one : join(one, other);
  });
}

function mergeEditions(first: Operation, second: Operation, note: Note): Operation {
  const operation = `${first.method.toUpperCase()} ${first.path}`;
  const differ = (what: string) => note(second, second.line, 'editionsDiffer', { operation, what });
  const told = { onStructure: differ, onText: () => {} };
  const shapes = (one: Shape | undefined, other: Shape | undefined) =>
    one && other ? mergeShape(one, other, told) : (one ?? other);
  const join = <One extends { readonly texts: Texts; readonly shape: Shape | undefined }>(
    one: One,
    other: One,
  ) => ({
    ...one,
    texts: mergeTexts(one.texts, other.texts),
    shape: shapes(one.shape, other.shape),
  });
  const both = first.body && second.body;
  if (!both && (first.body || second.body)) differ('request body');
  return {
    ...first,
    titles: mergeTexts(first.titles, second.titles),
    descriptions: mergeTexts(first.descriptions, second.descriptions),
    models: new Map([...second.models, ...first.models]),
    author: first.author || second.author,
    parameters: joined(
      first.parameters,
      second.parameters,
      (one) => `${one.in} ${one.name}`,
      (one, other) => ({
        ...one,
        texts: mergeTexts(one.texts, other.texts),
        shape: mergeShape(one.shape, other.shape, told),
      }),
      differ,
    ),
    body: both
      ? { ...both, ...first.body, shape: mergeShape(first.body.shape, both.shape, told) }
      : first.body,
    responses: joined(first.responses, second.responses, ({ status }) => status, join, differ),
    codes: joined(first.codes, second.codes, ({ code }) => code, join, differ),
  };
}

/** One operation for each method and path: editions in two languages are merged, the Chinese one leading. */
export function mergeOperations(operations: readonly Operation[], note: Note): Operation[] {
  const byKey = new Map<string, Operation>();
  for (const operation of operations) {
    const key = `${operation.method} ${operation.path}`;
    const known = byKey.get(key);
    if (!known) byKey.set(key, operation);
    else if (known.lang === operation.lang || known.titles[operation.lang] !== undefined) {
      const name = `${operation.method.toUpperCase()} ${operation.path}`;
      note(operation, operation.line, 'duplicateOperation', { operation: name, other: known.file });
    } else if (known.lang === 'zh') byKey.set(key, mergeEditions(known, operation, note));
    else byKey.set(key, mergeEditions(operation, known, note));
  }
  return [...byKey.values()];
}
