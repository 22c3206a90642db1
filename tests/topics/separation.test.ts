import { expect, test } from 'vitest';
import { similarity } from '../../src/topics/neighbours.ts';
import { centreOf, separationOf } from '../../src/topics/separation.ts';

const vector = (...values: number[]): Float32Array => centreOf([Float32Array.from(values)]);
const vectors = [
  vector(1, 0, 0.1),
  vector(1, 0.1, 0),
  vector(1, 0, 0),
  vector(0, 1, 0.1),
  vector(0.1, 1, 0),
  vector(0, 1, 0),
];

test('true groups stand apart better than torn and joined ones', () => {
  const apart = separationOf(vectors, [0, 0, 0, 1, 1, 1]);
  expect(apart).toBeGreaterThan(separationOf(vectors, [0, 0, 2, 1, 1, 1]));
  expect(apart).toBeGreaterThan(separationOf(vectors, [0, 1, 0, 1, 0, 1]));
  expect(apart).toBeGreaterThan(separationOf(vectors, [0, 0, 0, 0, 0, 0]));
  expect(apart).toBeLessThanOrEqual(1);
});

test('one group, or none, is nothing to tell apart', () => {
  expect(
    separationOf(
      vectors,
      vectors.map(() => 7),
    ),
  ).toBe(0);
  expect(separationOf([], [])).toBe(0);
});

test('a centre has length 1', () => {
  const centre = centreOf(vectors);
  expect(similarity(centre, centre)).toBeCloseTo(1, 5);
});
