import { expect, test } from 'vitest';
import { ToolkitError } from './errors.ts';
import { type Action, applyOverlay } from './overlay.ts';

const lamps = {
  info: { title: 'Lamps', version: '1' },
  paths: {
    '/lamps': { get: { tags: ['a', 'b', 'c', 'b'], deprecated: true } },
    '/fans': { get: { tags: [] } },
  },
};

const apply = (...actions: Action[]) =>
  applyOverlay(lamps, { overlay: '1.0.0', info: { title: 'Test', version: '1' }, actions });

function problemsOf(...actions: Action[]): string[] {
  try {
    apply(...actions);
    return [];
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    expect(error).toMatchObject({ code: 'OVERLAY', exitCode: 2 });
    expect(error.explain('zh')).toContain('覆盖文件“Test”与页面不符');
    return error.parts.map((part) => part.explain('en'));
  }
}

test.each<[string, Action, object]>([
  [
    'an object is merged into an object',
    { target: '$.info', update: { title: 'L', x: { y: 1 } } },
    { info: { title: 'L', version: '1', x: { y: 1 } } },
  ],
  [
    'the root can be a target',
    { target: '$', update: { info: { version: '2' } } },
    { info: { title: 'Lamps', version: '2' } },
  ],
  [
    'a value is appended to an array',
    { target: '$.paths[*].get.tags', update: 'd' },
    { paths: { '/lamps': { get: { tags: ['a', 'b', 'c', 'b', 'd'] } }, '/fans': { get: { tags: ['d'] } } } },
  ],
  [
    'an array joins an array',
    { target: "$.paths['/fans'].get", update: { tags: ['d', 'e'] } },
    { paths: { '/fans': { get: { tags: ['d', 'e'] } } } },
  ],
  [
    'remove: false is an update',
    { target: '$.info', remove: false, update: { title: 'x' } },
    { info: { title: 'x' } },
  ],
  [
    'elements are removed wherever they stand',
    { target: "$.paths[*].get.tags[?@ == 'b' || @ == 'a']", remove: true },
    { paths: { '/lamps': { get: { tags: ['c'] } } } },
  ],
  [
    'nodes are found by filter',
    { target: '$.paths[*][?@.deprecated == true]', update: { summary: 'old' } },
    { paths: { '/lamps': { get: { summary: 'old' } } } },
  ],
])('%s', (_name, action, expected) => expect(apply(action)).toMatchObject(expected));

test('what is removed is gone', () => {
  expect(apply({ target: '$.info', remove: true, update: { title: 'no effect' } })).toEqual({
    paths: lamps.paths,
  });
});

test('an action sees what those before it did, and the description given stays as it is', () => {
  const before = structuredClone(lamps);
  const update = { tags: ['x'] };
  const result = apply(
    { target: '$.paths', update: { '/new': { get: update } } },
    { target: "$.paths['/new'].get.tags", update: 'y' },
    { target: '$.info.title', remove: true },
  );
  expect(result).toMatchObject({ paths: { '/new': { get: { tags: ['x', 'y'] } } }, info: { version: '1' } });
  expect(result).not.toHaveProperty('info.title');
  expect(lamps).toEqual(before);
  expect(update).toEqual({ tags: ['x'] });
});

test.each<[string, Action, string]>([
  [
    'matches nothing',
    { target: '$.paths.nowhere', update: {} },
    'action 1, $.paths.nowhere: it matches nothing',
  ],
  ['removes nothing', { target: '$.nowhere', remove: true }, 'action 1, $.nowhere: it matches nothing'],
  [
    'merges an array into an object',
    { target: '$.info', update: [1] },
    'action 1, $.info: object is there, array cannot be merged into it',
  ],
  [
    'updates a primitive',
    { target: '$.info.title', update: 'x' },
    'action 1, $.info.title: primitive is there, primitive cannot be merged into it',
  ],
  [
    'replaces a primitive by an array',
    { target: '$', update: { info: { title: ['a'] } } },
    'action 1, $: title: primitive is there, array cannot be merged into it',
  ],
  [
    'removes everything',
    { target: '$', remove: true },
    'action 1, $: the whole description cannot be removed',
  ],
])('an action that %s is an error', (_name, action, problem) =>
  expect(problemsOf(action)).toEqual([problem]),
);

test('all actions that do not fit are named at once, a broken JSONPath too', () => {
  const problems = problemsOf(
    { target: '$.a', update: {} },
    { target: '$.info', update: {} },
    { target: '$[', update: {} },
  );
  expect(problems).toHaveLength(2);
  expect(problems[1]).toMatch(/^action 3, \$\[: ./);
});
