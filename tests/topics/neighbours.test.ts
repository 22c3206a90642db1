import { expect, test } from 'vitest';
import { neighboursOf, similarity } from '../../src/topics/neighbours.ts';
import { randomFrom } from '../../src/topics/random.ts';

const random = randomFrom(3);
const vectors = Array.from({ length: 40 }, () => {
  const vector = Float32Array.from({ length: 10 }, () => random() - 0.5);
  return vector.map((value) => value / Math.hypot(...vector));
});

test('the nearest of each vector, nearest first, as comparing all with all finds them', async () => {
  const { ids, each } = await neighboursOf(vectors, 5);
  vectors.forEach((vector, i) => {
    const ranked = vectors
      .map((other, j) => ({ j, value: similarity(vector, other) }))
      .filter(({ j }) => j !== i)
      .sort((a, b) => b.value - a.value);
    expect(Array.from(ids.subarray(i * each, (i + 1) * each))).toEqual(ranked.slice(0, 5).map(({ j }) => j));
  });
});

test('a place that nobody takes is -1', async () => {
  const { ids } = await neighboursOf(vectors.slice(0, 2), 3);
  expect([...ids]).toEqual([1, -1, -1, 0, -1, -1]);
});

test.each([
  [[1, 0, 0, 0, 0], [1, 0, 0, 0, 0], 1],
  [[1, 0, 0, 0, 0], [0, 0, 0, 0, 1], 0],
  [[0, 0, 0, 0, 1], [0, 0, 0, 0, -1], -1],
])('similarity of %j and %j', (a, b, value) => {
  expect(similarity(Float32Array.from(a), Float32Array.from(b))).toBe(value);
});
