import { describe, expect, test } from 'vitest';
import { communitiesOf } from '../../src/topics/communities.ts';
import { centreOf } from '../../src/topics/separation.ts';
import { randomFrom } from '../../src/topics/random.ts';

const random = randomFrom(7);

/** `size` vectors of length 1 around one axis of an eight-dimensional space. */
function around(axis: number, size: number): Float32Array[] {
  return Array.from({ length: size }, () =>
    centreOf([Float32Array.from({ length: 8 }, (_, d) => (d === axis ? 1 : 0) + 0.35 * (random() - 0.5))]),
  );
}

const clouds = [...around(0, 60), ...around(1, 30), ...around(2, 15)];
const sizes = (labels: readonly number[]): number[] =>
  [...new Set(labels)].sort((a, b) => a - b).map((label) => labels.filter((each) => each === label).length);

describe('communities', () => {
  test('never join what lies apart, and the largest is 0', async () => {
    const labels = await communitiesOf(clouds);
    const clouded = new Set(labels.map((label, i) => `${label} in ${i < 60 ? 'a' : i < 90 ? 'b' : 'c'}`));
    expect(clouded.size).toBe(new Set(labels).size);
    expect(sizes(labels)).toEqual(sizes(labels).toSorted((a, b) => b - a));
  });

  test('three where three are wanted are the clouds', async () => {
    expect(sizes(await communitiesOf(clouds, { count: 3 }))).toEqual([60, 30, 15]);
  });

  test('are the same on every run', async () => {
    expect(await communitiesOf(clouds)).toEqual(await communitiesOf(clouds));
  });

  test.each([1, 2, 3, 5, 8])('are %i where so many are wanted', async (count) => {
    expect(new Set(await communitiesOf(clouds, { count })).size).toBe(count);
  });

  test('two wanted of three join what lies nearest', async () => {
    const close = around(3, 20).map((vector) => centreOf([vector, ...around(2, 1)]));
    const labels = await communitiesOf([...around(0, 30), ...around(2, 20), ...close], { count: 2 });
    expect(sizes(labels)).toEqual([40, 30]);
  });

  test.each([0, 1, 2])('of %i vectors are no trouble', async (count) => {
    expect(await communitiesOf(clouds.slice(0, count))).toHaveLength(count);
  });
});
