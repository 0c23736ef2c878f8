import { expect, test } from 'vitest';
import { openapi, operationId } from './contract.ts';
import { Coverage } from './coverage.ts';
import { placeOfPoint } from './coverage-place.ts';
import { operationsOf } from './description.ts';

test.each([
  ['outcome partial', { group: 'outcome', row: 'partial', column: '' }],
  ['request /~ required dk broken', { group: 'request', row: '/~ required dk', column: 'broken' }],
  ['answer 200 /data/failedList/~/dk', { group: 'answer', row: '/data/failedList/~/dk', column: '200' }],
  ['weather', undefined],
  ['weather sunny', undefined],
])('%s', (id, place) => expect(placeOfPoint(id)).toEqual(place));

test('every point of the contract has a place of its own', () => {
  const operation = operationsOf(openapi).find((one) => one.operation.operationId === operationId);
  const points = operation ? new Coverage(openapi, operation).result().points : [];
  const places = points.map(({ id }) => placeOfPoint(id));
  expect(places).not.toContain(undefined);
  expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(points.length);
  expect(points.length).toBeGreaterThan(40);
});
